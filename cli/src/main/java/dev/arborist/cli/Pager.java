package dev.arborist.cli;

import dev.arborist.cli.TerminalWindow.Size;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is higher than the window by the program that the user has chosen, as Git does.
 *
 * <p>That is {@code ARBORIST_PAGER}, else {@code PAGER}, else {@code less}; nothing or {@code cat}
 * stands for none. Only what is printed on a terminal is paged, and not before it is known to be
 * too high: until then no process is started.
 */
final class Pager {

  private static final String DEFAULT = "less";
  private static final String NONE = "cat";

  private final Terminal terminal;
  private final BooleanSupplier isOff;

  /**
   * A pager.
   *
   * @param isOff whether the user wants none; asked when something is to be shown
   */
  Pager(Terminal terminal, BooleanSupplier isOff) {
    this.terminal = terminal;
    this.isOff = isOff;
  }

  /** Shows it, or writes it where no person looks; returns when the person has seen enough. */
  void show(Printout printout) throws IOException {
    if (printout.isJson()) {
      printout.write();
      return;
    }
    try (PagedOutput out = open()) {
      printout.writeTo(out);
    }
  }

  /** A stream whose content is shown when it is closed, or as soon as it is too high. */
  PagedOutput open() {
    return new PagedOutput(terminal.out(), this);
  }

  /** The window that decides; of unknown size where nothing is paged. */
  Size window() {
    return command() == null ? Size.UNKNOWN : terminal.window().size();
  }

  /** The pager at work; nothing where there is none, or it cannot be started. */
  Optional<PagerProcess> start() {
    String command = command();
    if (command == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(PagerProcess.start(command, terminal.directory()));
    } catch (IOException e) {
      return Optional.empty(); // a pager that is missing must not keep anybody from the output
    }
  }

  private @Nullable String command() {
    if (!terminal.isScreen() || isOff.getAsBoolean()) {
      return null;
    }
    String chosen = terminal.variable("ARBORIST_PAGER");
    chosen = chosen == null ? terminal.variable("PAGER") : chosen;
    chosen = chosen == null ? DEFAULT : chosen.strip();
    return chosen.isEmpty() || chosen.equals(NONE) ? null : chosen;
  }
}
