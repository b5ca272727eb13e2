package dev.arborist.determinism.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Bytes that were cut, flipped, doubled, or have something odd among them. */
final class SpoiltBytes {

  private static final int STRETCH_MAX = 64;

  private static final List<byte[]> ODD =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xC0, (byte) 0x80},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          new byte[] {(byte) 0xE6, (byte) 0x97},
          "\r".getBytes(StandardCharsets.UTF_8),
          "\n".getBytes(StandardCharsets.UTF_8),
          "\u2028\u0085\u000b\u000c".getBytes(StandardCharsets.UTF_8),
          "{".repeat(1_200).getBytes(StandardCharsets.UTF_8),
          "\"".getBytes(StandardCharsets.UTF_8),
          "\\".getBytes(StandardCharsets.UTF_8),
          "\\u".getBytes(StandardCharsets.UTF_8),
          "//".getBytes(StandardCharsets.UTF_8));

  private SpoiltBytes() {}

  static byte[] spoil(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(STRETCH_MAX));
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + STRETCH_MAX);
    switch (random.nextInt(6)) {
      case 0 -> out.write(bytes, 0, at); // cut off
      case 1 -> { // a stretch is missing
        out.write(bytes, 0, at);
        out.write(bytes, end, bytes.length - end);
      }
      case 2 -> { // a stretch stands twice
        out.write(bytes, 0, end);
        out.write(bytes, at, bytes.length - at);
      }
      case 3 -> { // a bit is another
        byte[] flipped = bytes.clone();
        if (at < bytes.length) {
          flipped[at] = (byte) (flipped[at] ^ 1 << random.nextInt(8));
        }
        out.writeBytes(flipped);
      }
      case 4 -> { // it begins with something
        out.writeBytes(ODD.get(random.nextInt(ODD.size())));
        out.writeBytes(bytes);
      }
      default -> { // something is among it
        out.write(bytes, 0, at);
        out.writeBytes(ODD.get(random.nextInt(ODD.size())));
        out.write(bytes, at, bytes.length - at);
      }
    }
    return out.toByteArray();
  }
}
