package dev.arborist.cli.tui.terminal;

import java.nio.charset.StandardCharsets;

/** The sequences that take a terminal's screen, and that give it back. */
final class TerminalModes {

  /**
   * The alternate screen, no cursor, pastes in brackets (2004): the modes of xterm, which terminals
   * that do not know them ignore.
   */
  private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?2004h";

  /** Presses and the wheel (1000), in decimal numbers (1006). */
  private static final String MOUSE = "\u001b[?1000h\u001b[?1006h";

  /**
   * Ends what a frame may have begun when it was cut short: a sequence (Escape does), an update
   * that is shown at once (2026), a scrolling region, lines that are not wrapped (7), a style. The
   * screen is cleared for the terminals that have only one.
   */
  private static final String LEAVE =
      "\u001b[?2026l\u001b[?1006l\u001b[?1000l\u001b[?2004l\u001b[?7h\u001b[r\u001b[m\u001b[H\u001b[2J"
          + "\u001b[?25h\u001b[?1049l";

  private TerminalModes() {}

  static byte[] enter(boolean mouse) {
    return bytes(mouse ? ENTER + MOUSE : ENTER);
  }

  static byte[] leave() {
    return bytes(LEAVE);
  }

  private static byte[] bytes(String sequence) {
    return sequence.getBytes(StandardCharsets.US_ASCII);
  }
}
