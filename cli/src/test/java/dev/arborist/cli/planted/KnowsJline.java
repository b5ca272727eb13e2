package dev.arborist.cli.planted;

import org.jline.terminal.Terminal;

/** Planted: only the terminal UI loads a terminal library. */
public final class KnowsJline {

  private KnowsJline() {}

  static String kind(Terminal terminal) {
    return terminal.getType();
  }
}
