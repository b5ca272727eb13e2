package dev.arborist.perf;

import dev.arborist.domain.tree.TreeCursor;
import dev.arborist.domain.tree.Viewport;
import dev.arborist.domain.tree.Visibility;
import java.util.SplittableRandom;

/**
 * Keys as somebody presses them who looks around in a tree.
 *
 * <p>At most one task is collapsed at a time, so that screens stay full, also in a chain.
 */
final class Keys {

  private static final int KINDS = 8;
  private static final int NONE = -1;

  private final Viewport viewport;
  private final SplittableRandom random = new SplittableRandom(1);
  private int collapsed = NONE;
  private long pressed;
  private long full;

  Keys(Viewport viewport) {
    this.viewport = viewport;
  }

  /** Presses one. */
  void press() {
    TreeCursor cursor = viewport.cursor();
    switch (random.nextInt(KINDS)) {
      case 0 -> cursor.up();
      case 1 -> viewport.pageDown();
      case 2 -> viewport.pageUp();
      case 3 -> fold(cursor);
      case 4 -> goAnywhere(cursor);
      default -> cursor.down();
    }
    viewport.follow();
    pressed++;
    full += cursor.visibility().rows() >= viewport.height() ? 1 : 0;
  }

  private void goAnywhere(TreeCursor cursor) {
    cursor.home();
    cursor.move(random.nextInt(cursor.visibility().rows()));
  }

  /** Expands what is collapsed, or collapses what the cursor is on. */
  private void fold(TreeCursor cursor) {
    Visibility visibility = cursor.visibility();
    if (collapsed == NONE) {
      collapsed = cursor.node();
      visibility.collapse(collapsed);
    } else {
      visibility.expand(collapsed);
      collapsed = NONE;
    }
  }

  /**
   * Fails unless nearly all screens were full.
   *
   * @throws IllegalStateException when what was measured is mostly empty screens
   */
  void requireFullScreens() {
    if (full < pressed * 9 / 10) {
      throw new IllegalStateException("only " + full + " of " + pressed + " screens were full");
    }
  }
}
