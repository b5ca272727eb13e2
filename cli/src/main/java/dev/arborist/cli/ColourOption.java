package dev.arborist.cli;

import dev.arborist.adapters.render.text.ColourDepth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which colours are written.
 *
 * <p>The option beats the environment. There {@code NO_COLOR} (no-color.org) beats {@code
 * CLICOLOR_FORCE} (bixense.com/clicolors), which beats that the output is no terminal or a dumb
 * one. How many colours there are is told by {@code COLORTERM} and {@code TERM}.
 */
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
      description =
          "auto (on a terminal, unless NO_COLOR is set; elsewhere if CLICOLOR_FORCE is), always or"
              + " never.")
  private When when = When.AUTO;

  ColourOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The colours of what goes to standard output. */
  ColourDepth depth() {
    return depth(terminal.outIsTerminal());
  }

  /** The colours of what goes to a terminal, or else to a file or a pipe. */
  ColourDepth depth(boolean toTerminal) {
    return switch (when) {
      case ALWAYS -> available();
      case NEVER -> ColourDepth.NONE;
      case AUTO -> wanted(toTerminal) ? available() : ColourDepth.NONE;
    };
  }

  private boolean wanted(boolean toTerminal) {
    if (terminal.given("NO_COLOR") != null) {
      return false;
    }
    String force = terminal.given("CLICOLOR_FORCE");
    boolean forced = force != null && !force.equals("0");
    return forced || (toTerminal && !"dumb".equals(terminal.variable("TERM")));
  }

  /** The colours that the terminal says it has; sixteen if it says nothing. */
  private ColourDepth available() {
    String direct = lower(terminal.variable("COLORTERM"));
    if (direct.equals("truecolor") || direct.equals("24bit")) {
      return ColourDepth.TRUECOLOR;
    }
    return lower(terminal.variable("TERM")).contains("256color")
        ? ColourDepth.ANSI_256
        : ColourDepth.ANSI_16;
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }
}
