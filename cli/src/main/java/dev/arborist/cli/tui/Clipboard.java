package dev.arborist.cli.tui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Puts texts into the clipboard of the terminal, wherever that runs (OSC 52 of xterm). */
final class Clipboard {

  /** Some terminals drop a sequence that is longer than 100,000 characters. */
  static final int BYTES_MAX = 74_994;

  private Clipboard() {}

  /** Whether a text is short enough to be copied. */
  static boolean takes(String text) {
    return text.length() <= BYTES_MAX && text.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX;
  }

  /** The sequence that copies a text; it is safe, whatever the text contains. */
  static byte[] sequence(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ("\u001b]52;c;" + Base64.getEncoder().encodeToString(bytes) + "\u0007")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
