package dev.arborist.cli.tui.rows;

import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.cli.tui.draw.Canvas;
import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.draw.Rect;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes rows of a tree onto the screen, as {@code arborist tree} writes them. */
public final class RowWriter {

  private static final int BYTES_A_ROW = 128;

  private final Palette palette;
  private final LabelSource labels;
  private int width;
  private TextTree coloured;
  private TextTree plain;

  public RowWriter(Palette palette, LabelSource labels) {
    this.palette = palette;
    this.labels = labels;
    coloured = new TextTree(palette.treeStyle);
    plain = coloured;
  }

  /** Writes rows that follow each other, one in each row of the place. */
  public void write(Canvas canvas, Visibility visibility, int firstRow, Rect place) {
    fitTo(place.width());
    write(canvas, visibility, firstRow, place, coloured);
  }

  /** Writes one row without colours, for the one that is selected is to be of one colour. */
  public void writePlain(Canvas canvas, Visibility visibility, int row, Rect place) {
    fitTo(place.width());
    canvas.clear(place);
    write(canvas, visibility, row, place, plain);
  }

  private void fitTo(int columns) {
    if (width != columns) {
      width = columns;
      coloured = new TextTree(palette.treeStyle.width(Math.max(1, columns)));
      plain = new TextTree(palette.treeStyle.width(Math.max(1, columns)).colours(ColourDepth.NONE));
    }
  }

  private void write(
      Canvas canvas, Visibility visibility, int firstRow, Rect place, TextTree renderer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(place.height() * BYTES_A_ROW);
    try {
      renderer.render(visibility, labels, firstRow, place.height(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes every byte", e);
    }
    byte[] lines = bytes.toByteArray();
    int start = 0;
    for (int row = place.top(); row < place.bottom(); row++) {
      int end = start;
      while (lines[end] != '\n') {
        end++;
      }
      canvas.screen.writeLine(row, place.left(), place.right(), lines, start, end - start);
      start = end + 1;
    }
  }
}
