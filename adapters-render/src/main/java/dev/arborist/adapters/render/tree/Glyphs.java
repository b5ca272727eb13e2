package dev.arborist.adapters.render.tree;

import dev.arborist.domain.task.TaskStatus;
import java.nio.charset.StandardCharsets;

/** The marks of a style as bytes; every guide is three columns wide and every icon one. */
final class Glyphs {
  private static final Glyphs UNICODE =
      new Glyphs("├─ ", "└─ ", "│  ", "⋯+", "○", "⊗", "◎", "◉", "✓", "✗", "⊘");
  private static final Glyphs ASCII =
      new Glyphs("|- ", "`- ", "|  ", "~+", ".", "#", "o", "*", "+", "x", "-");

  static final int GUIDE_WIDTH = 3;

  final byte[] tee;
  final byte[] corner;
  final byte[] bar;
  final byte[] blank = bytes("   ");

  /** Stands before the number of levels that are not shown; two columns wide. */
  final byte[] elided;

  private final byte[][] icons;

  private Glyphs(String tee, String corner, String bar, String elided, String... iconsByCode) {
    this.tee = bytes(tee);
    this.corner = bytes(corner);
    this.bar = bytes(bar);
    this.elided = bytes(elided);
    icons = new byte[iconsByCode.length][];
    for (int code = 0; code < icons.length; code++) {
      icons[code] = bytes(iconsByCode[code]);
    }
  }

  static Glyphs of(TreeStyle style) {
    return style.ascii() ? ASCII : UNICODE;
  }

  byte[] icon(TaskStatus status) {
    return icons[status.code()];
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
