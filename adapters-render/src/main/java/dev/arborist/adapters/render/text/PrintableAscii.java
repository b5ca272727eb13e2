package dev.arborist.adapters.render.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells texts that need no care, U+0020 to U+007E alone: nearly all labels, so eight bytes at once.
 */
final class PrintableAscii {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** Carries a byte of 0x7F into its high bit. */
  private static final long DELETE_TO_HIGH_BIT = 0x0101_0101_0101_0101L;

  /** Carries a byte of 0x20 to 0x7F into its high bit. */
  private static final long PRINTABLE_TO_HIGH_BIT = 0x6060_6060_6060_6060L;

  private PrintableAscii() {}

  static boolean holds(byte[] bytes, int start, int length) {
    int end = start + length;
    if (length < Long.BYTES) {
      for (int i = start; i < end; i++) {
        if (bytes[i] < 0x20 || bytes[i] == 0x7F) {
          return false;
        }
      }
      return true;
    }
    int last = end - Long.BYTES;
    // The last word overlaps the one before it where the length is no multiple of eight.
    long unprintable = unprintable((long) WORDS.get(bytes, last));
    for (int i = start; i < last; i += Long.BYTES) {
      unprintable |= unprintable((long) WORDS.get(bytes, i));
    }
    return unprintable == 0;
  }

  static boolean holds(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /**
   * Not zero if one of eight bytes is unprintable. No sum carries into the next byte unless a byte
   * has its high bit set, and then the answer is not zero anyhow.
   */
  private static long unprintable(long word) {
    return (word | (word + DELETE_TO_HIGH_BIT) | ~(word + PRINTABLE_TO_HIGH_BIT)) & HIGH_BITS;
  }
}
