package dev.arborist.cli.tui;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.cli.tui.terminal.JlineTerminal;
import java.io.IOException;

/** The real terminal and loop around a session that counts, and fails when told to. */
final class CountingMain {

  private CountingMain() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run());
  }

  private static int run() throws IOException {
    try (CountingSession session = new CountingSession();
        JlineTerminal terminal = JlineTerminal.open(true)) {
      terminal.enter();
      return new MainLoop(terminal, session, AmbiguousWidth.NARROW, System::nanoTime).run();
    }
  }
}
