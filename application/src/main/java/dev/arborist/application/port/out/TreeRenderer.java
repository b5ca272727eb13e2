package dev.arborist.application.port.out;

import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Visibility;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the visible rows of a tree in some format. Stateless; the same tree gives the same bytes.
 */
@FunctionalInterface
public interface TreeRenderer {

  /**
   * Writes some of the visible rows as UTF-8; the stream is flushed, not closed.
   *
   * <p>Rows are written as they are met: nothing is held but a few hundred of them, and what the
   * class says. Nothing of a task's text reaches the stream but what is safe to show.
   *
   * @param visibility the tree and what of it is visible
   * @param labels the labels of the tree's tasks
   * @param firstRow the first row to write, from 0
   * @param rows how many rows to write at most
   * @throws IOException when the stream fails
   */
  void render(Visibility visibility, LabelSource labels, int firstRow, int rows, OutputStream out)
      throws IOException;
}
