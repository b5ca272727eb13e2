package dev.arborist.adapters.render.export;

import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a tree as one page that folds, with no script and nothing to load.
 *
 * <p>Rows are nested as far as browsers nest elements, who stop at 512: what stands more than a
 * hundred levels down follows its parent on the same level and says how many levels are left out.
 * The lists are lists and the parents disclosures, which browsers make accessible themselves; the
 * role of a tree would promise keys that only a script can give.
 */
final class HtmlTree implements TreeRenderer {

  private static final int LEVELS_MAX = 100;
  private static final String LIST_END = "</ul></details></li>\n";

  @Override
  public void render(
      Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException {
    Rows walk = new Rows(visibility, labels, firstRow, rows);
    Nesting nesting = new Nesting(LEVELS_MAX);
    Utf8Output text = new Utf8Output(out);
    HtmlHead.write(walk, text);
    int open = 0;
    while (walk.next()) {
      nesting.enter(walk.depth());
      for (; open > nesting.level(); open--) {
        text.put(LIST_END);
      }
      boolean folds = walk.leads() && nesting.level() < LEVELS_MAX;
      HtmlRow.write(walk, nesting, folds, text);
      open += folds ? 1 : 0;
      text.end("");
    }
    for (; open > 0; open--) {
      text.put(LIST_END);
    }
    text.put("</ul>\n</main>\n</body>\n</html>\n");
    text.flush();
  }
}
