package dev.arborist.adapters.render.tree;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.DisplayWidth;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text of ours that stands beside those of the tasks, ready to be copied. */
final class Mark {

  /** Nothing at all. */
  static final Mark NONE = new Mark(new byte[0], 0);

  final byte[] bytes;

  /** The columns that it takes. */
  final int width;

  private Mark(byte[] bytes, int width) {
    this.bytes = bytes;
    this.width = width;
  }

  /** A text of ASCII, as wide as it is long. */
  static Mark ascii(String text) {
    return new Mark(text.getBytes(StandardCharsets.US_ASCII), text.length());
  }

  static Mark of(String text, AmbiguousWidth ambiguous) {
    return new Mark(text.getBytes(StandardCharsets.UTF_8), DisplayWidth.of(text, ambiguous));
  }

  /** The same between two sequences, which take no column. */
  Mark between(Mark start, Mark end) {
    byte[] all = Arrays.copyOf(start.bytes, start.bytes.length + bytes.length + end.bytes.length);
    System.arraycopy(bytes, 0, all, start.bytes.length, bytes.length);
    System.arraycopy(end.bytes, 0, all, start.bytes.length + bytes.length, end.bytes.length);
    return new Mark(all, width);
  }

  /** One mark behind another. */
  Mark then(Mark next) {
    if (bytes.length == 0) {
      return next;
    }
    byte[] all = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
    System.arraycopy(next.bytes, 0, all, bytes.length, next.bytes.length);
    return new Mark(all, width + next.width);
  }

  /** An escape sequence, which takes no column. */
  static Mark sequence(String sequence) {
    return new Mark(sequence.getBytes(StandardCharsets.US_ASCII), 0);
  }
}
