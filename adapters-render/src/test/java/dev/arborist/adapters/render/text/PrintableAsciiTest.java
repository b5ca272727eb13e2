package dev.arborist.adapters.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrintableAsciiTest {

  @Test
  void oneByteOfAnyValueAtAnyPlaceDecides() {
    for (int length = 1; length < 27; length++) {
      byte[] bytes = new byte[length + 2];
      Arrays.fill(bytes, (byte) '~');
      bytes[0] = 0x1b;
      bytes[length + 1] = (byte) 0xff;
      assertTrue(PrintableAscii.holds(bytes, 1, length));
      for (int at = 1; at <= length; at++) {
        for (int value = 0; value < 256; value++) {
          bytes[at] = (byte) value;
          boolean printable = value >= 0x20 && value <= 0x7e;
          assertEquals(printable, PrintableAscii.holds(bytes, 1, length));
        }
        bytes[at] = ' ';
      }
    }
  }

  @Test
  void nothingIsPrintable() {
    assertTrue(PrintableAscii.holds(new byte[0], 0, 0));
    assertTrue(PrintableAscii.holds(""));
  }
}
