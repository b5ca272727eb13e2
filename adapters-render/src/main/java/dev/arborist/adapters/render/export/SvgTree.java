package dev.arborist.adapters.render.export;

import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tree as a drawing, light or dark as its reader's system is, with nothing to load.
 *
 * <p>The rows are walked twice: first to learn how wide the drawing is. Labels are cut at 72
 * columns, guides end after two dozen levels. Besides what every format holds, four bytes a level.
 */
final class SvgTree implements TreeRenderer {

  static final int LABEL_COLUMNS = 72;
  private static final int LEVELS_MAX = 24;

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Rows walk = new Rows(visibility, labels, firstRow, rows);
    Utf8Output text = new Utf8Output(out);
    Counts counts = walk.counts();
    SvgLayout layout = SvgLayout.of(walk.again(), SvgHead.columns(counts), LEVELS_MAX);
    SvgHead.write(walk.view(), counts, layout, text);
    Nesting nesting = new Nesting(LEVELS_MAX);
    SvgRow row = new SvgRow(layout, LEVELS_MAX, text);
    while (walk.next()) {
      nesting.enter(walk.depth());
      row.write(walk, nesting);
      text.end("");
    }
    text.put("</svg>\n");
    text.flush();
  }
}
