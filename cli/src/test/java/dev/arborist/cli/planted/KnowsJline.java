package dev.arborist.cli.planted;

import org.jline.terminal.Terminal;

/** Planted: only the terminal UI loads a terminal library. */
public final class KnowsJline {

  private KnowsJline() {}

  static int width(Terminal terminal) {
    return terminal.getWidth();
  }
}
