package dev.arborist.adapters.render.screen;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects what is sent to a terminal: characters and control sequences (ECMA-48). */
final class Sequences {

  private static final int CAPACITY = 1 << 13;
  private static final int LONGEST = 16;

  private byte[] bytes = new byte[CAPACITY];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void cutBack(int newLength) {
    length = newLength;
  }

  /** Takes out some bytes that others follow. */
  void remove(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, length - to);
    length -= to - from;
  }

  void ascii(int character) {
    room(1);
    bytes[length++] = (byte) character;
  }

  void all(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void control(String sequence) {
    ascii(0x1B);
    ascii('[');
    all(sequence.getBytes(StandardCharsets.US_ASCII));
  }

  /** A control sequence with one number, which is left out if it is the default. */
  void control(int number, char end) {
    ascii(0x1B);
    ascii('[');
    if (number != 1) {
      number(number);
    }
    ascii(end);
  }

  /** How many bytes that takes. */
  static int controlLength(int number) {
    return number == 1 ? 3 : 3 + digits(number);
  }

  /** A number from 0 on. */
  void number(int value) {
    room(LONGEST);
    int rest = value;
    int end = length + digits(value);
    for (int at = end - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  static int digits(int value) {
    int digits = 1;
    for (int rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  void codePoint(int codePoint) {
    room(4);
    if (codePoint < 0x80) {
      ascii(codePoint);
    } else if (codePoint < 0x800) {
      ascii(0xC0 | codePoint >> 6);
      ascii(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
      ascii(0xE0 | codePoint >> 12);
      ascii(0x80 | (codePoint >> 6 & 0x3F));
      ascii(0x80 | (codePoint & 0x3F));
    } else {
      ascii(0xF0 | codePoint >> 18);
      ascii(0x80 | (codePoint >> 12 & 0x3F));
      ascii(0x80 | (codePoint >> 6 & 0x3F));
      ascii(0x80 | (codePoint & 0x3F));
    }
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, (length + more) * 2);
    }
  }
}
