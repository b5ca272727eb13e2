package dev.arborist.cli;

import dev.arborist.Arborist;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** A command whose answer can be watched: read again whenever the queue changes. */
abstract class WatchedCommand extends ReadCommand {

  @Mixin final WatchOption watch = new WatchOption();

  WatchedCommand(Terminal terminal) {
    super(terminal);
  }

  /** Whether the answer may become another one while nothing in the queue does. */
  boolean changesByItself() {
    return false;
  }

  @Override
  public final Integer call() throws IOException {
    if (!watch.isWanted()) {
      return super.call();
    }
    try (Arborist arborist = queue.open()) {
      new Watching(terminal, arborist, changesByItself(), () -> read(arborist)).run();
    }
    return ExitCode.DONE;
  }
}
