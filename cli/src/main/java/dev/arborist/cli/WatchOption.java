package dev.arborist.cli;

import picocli.CommandLine.Option;

/** Whether an answer is given again whenever it changes. */
final class WatchOption {

  @Option(names = "--watch", description = "Show it again whenever it changes, until interrupted.")
  private boolean wanted;

  boolean isWanted() {
    return wanted;
  }
}
