package dev.arborist.cli;

import picocli.CommandLine.Option;

/** Whether colours are written. */
final class ColourOption {

  /** The values of the option. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  private final Terminal terminal;

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (on a terminal, unless NO_COLOR is set), always or never.")
  private When when = When.AUTO;

  ColourOption(Terminal terminal) {
    this.terminal = terminal;
  }

  boolean enabled() {
    return switch (when) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal.outIsTerminal()
              && terminal.given("NO_COLOR") == null
              && !"dumb".equals(terminal.variable("TERM"));
    };
  }
}
