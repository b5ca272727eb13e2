package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.DisplayWidth;
import java.nio.charset.StandardCharsets;

/** A text of ours that stands beside those of the tasks, ready to be copied. */
final class Mark {

  final byte[] bytes;

  /** The columns that it takes. */
  final int width;

  private Mark(byte[] bytes, int width) {
    this.bytes = bytes;
    this.width = width;
  }

  static Mark of(String text, AmbiguousWidth ambiguous) {
    return new Mark(text.getBytes(StandardCharsets.UTF_8), DisplayWidth.of(text, ambiguous));
  }

  /** An escape sequence, which takes no column. */
  static Mark sequence(String sequence) {
    return new Mark(sequence.getBytes(StandardCharsets.US_ASCII), 0);
  }
}
