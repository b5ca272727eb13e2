package dev.arborist.adapters.render.screen;

import java.util.Arrays;

/**
 * A grid of cells in two arrays, row by row.
 *
 * <p>The content of a cell is a code point, or a number below {@link #CONTINUATION} for a cluster
 * of several. A cluster of more columns than one stands in the first of its cells, and the others
 * continue it in the same style.
 */
final class Cells {

  static final int BLANK = ' ';
  static final int CONTINUATION = -1;
  private static final int FIRST_CLUSTER = -2;

  /** So many are few; more than twice as many as cells are mostly of the past. */
  private static final int CLUSTERS_MIN = 1 << 12;

  final int columns;
  final int rows;
  final int[] contents;
  final long[] styles;
  private Clusters clusters = new Clusters();

  Cells(int columns, int rows) {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "a screen has at least one column and row, not " + columns + " and " + rows);
    }
    this.columns = columns;
    this.rows = rows;
    contents = new int[Math.multiplyExact(columns, rows)];
    styles = new long[contents.length];
    clear();
  }

  void clear() {
    Arrays.fill(contents, BLANK);
    Arrays.fill(styles, Style.NONE);
  }

  int clusters() {
    return clusters.size();
  }

  /** The content that stands for a cluster; see {@link Clusters#number}. */
  int content(String cluster, int columnsApart) {
    int first = cluster.codePointAt(0);
    if (Character.charCount(first) == cluster.length()) {
      return first;
    }
    if (clusters.size() > Math.max(CLUSTERS_MIN, 2 * contents.length)) {
      renumber(new Clusters());
    }
    return FIRST_CLUSTER - clusters.number(cluster, columnsApart);
  }

  /** Numbers the clusters that there are in another list. */
  private void renumber(Clusters others) {
    for (int i = 0; i < contents.length; i++) {
      if (isCluster(contents[i])) {
        int number = others.number(text(contents[i]), columnsApart(contents[i]));
        contents[i] = FIRST_CLUSTER - number;
      }
    }
    clusters = others;
  }

  static boolean isCluster(int content) {
    return content <= FIRST_CLUSTER;
  }

  String text(int content) {
    return isCluster(content)
        ? clusters.text(FIRST_CLUSTER - content)
        : Character.toString(content);
  }

  int columnsApart(int cluster) {
    return clusters.columnsApart(FIRST_CLUSTER - cluster);
  }

  /** Whether a cell is as the terminal erases it. */
  boolean isBlank(int cell) {
    return contents[cell] == BLANK && styles[cell] == Style.NONE;
  }

  /** Whether a row is the same as one of another grid of this size. */
  boolean sameRow(int row, Cells other, int otherRow) {
    int a = row * columns;
    int b = otherRow * columns;
    return Arrays.equals(contents, a, a + columns, other.contents, b, b + columns)
        && Arrays.equals(styles, a, a + columns, other.styles, b, b + columns);
  }

  /** Rows that are the same have the same; one without anything has 0. */
  long hash(int row) {
    long hash = 0;
    for (int cell = row * columns; cell < (row + 1) * columns; cell++) {
      long both = styles[cell] * 31 + (contents[cell] - BLANK);
      hash = hash * 0x5DEECE66DL + both;
    }
    return hash;
  }

  void copyRows(int from, int to, int count) {
    System.arraycopy(contents, from * columns, contents, to * columns, count * columns);
    System.arraycopy(styles, from * columns, styles, to * columns, count * columns);
  }

  /** Where the cluster begins that a cell belongs to. */
  int first(int cell) {
    int first = cell;
    while (contents[first] == CONTINUATION) {
      first--;
    }
    return first;
  }

  /** Behind the cluster that begins in a cell. */
  int behind(int first, int endOfRow) {
    int end = first + 1;
    while (end < endOfRow && contents[end] == CONTINUATION) {
      end++;
    }
    return end;
  }

  /** Copies what the other shows: in a blank, what nobody sees of a style is left out. */
  void copyLooks(Cells from) {
    System.arraycopy(from.contents, 0, contents, 0, contents.length);
    for (int i = 0; i < styles.length; i++) {
      long style = from.styles[i];
      styles[i] = style == Style.NONE || contents[i] != BLANK ? style : Style.ofBlank(style);
    }
    clusters = from.clusters;
  }

  /** Numbers clusters as the other does, so that the contents of both can be compared. */
  void adoptClusters(Cells from) {
    if (clusters != from.clusters) {
      renumber(from.clusters);
    }
  }

  /** Blanks some cells of a row in a style, and what is left of clusters that reach over an end. */
  void blank(int from, int to, int endOfRow, long style) {
    free(from, to, endOfRow);
    Arrays.fill(contents, from, to, BLANK);
    Arrays.fill(styles, from, to, style);
  }

  /** Puts a content of so many columns into a cell and those behind it. */
  void put(int cell, int columnsTaken, int endOfRow, int content, long style) {
    int behind = cell + columnsTaken;
    free(cell, behind, endOfRow);
    contents[cell] = content;
    Arrays.fill(contents, cell + 1, behind, CONTINUATION);
    Arrays.fill(styles, cell, behind, style);
  }

  /** Blanks what would be left of clusters that are overwritten in part. */
  private void free(int from, int to, int endOfRow) {
    if (contents[from] == CONTINUATION) {
      Arrays.fill(contents, first(from), from, BLANK);
    }
    if (to < endOfRow && contents[to] == CONTINUATION) {
      Arrays.fill(contents, to, behind(to, endOfRow), BLANK);
    }
  }
}
