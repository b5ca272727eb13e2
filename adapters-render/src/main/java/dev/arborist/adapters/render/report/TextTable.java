package dev.arborist.adapters.render.report;

import dev.arborist.adapters.render.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines of aligned text. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<SafeText>> rows = new ArrayList<>();

  /** How many of the first columns are texts; the others are numbers and stand to the right. */
  private final int textColumns;

  TextTable(int textColumns) {
    this.textColumns = textColumns;
  }

  void row(List<String> cells) {
    rows.add(cells.stream().map(SafeText::of).toList());
  }

  void appendTo(StringBuilder text) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<SafeText> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).width());
      }
    }
    for (List<SafeText> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        SafeText cell = row.get(column);
        String padding = " ".repeat(widths[column] - cell.width());
        line.append(column == 0 ? "" : GAP);
        line.append(column < textColumns ? cell + padding : padding + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
