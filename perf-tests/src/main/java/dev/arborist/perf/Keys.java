package dev.arborist.perf;

import dev.arborist.domain.tree.TreeCursor;
import dev.arborist.domain.tree.Viewport;
import java.util.SplittableRandom;

/** Keys as somebody presses them who looks around in a tree. */
final class Keys {

  private static final int KINDS = 8;

  private Keys() {}

  /** Presses one; what is collapsed is expanded again by a later one as often. */
  static void press(Viewport viewport, SplittableRandom random) {
    TreeCursor cursor = viewport.cursor();
    switch (random.nextInt(KINDS)) {
      case 0 -> cursor.up();
      case 1 -> viewport.pageDown();
      case 2 -> viewport.pageUp();
      case 3 -> cursor.collapse();
      case 4 -> cursor.expand();
      case 5 -> cursor.move(random.nextInt(2_000_001) - 1_000_000);
      default -> cursor.down();
    }
    viewport.follow();
  }
}
