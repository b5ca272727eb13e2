package dev.arborist.cli;

import picocli.CommandLine.Option;

/** The token of the claim under which a task is held. */
final class TokenOption {

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "The token that the claim gave.")
  private long token;

  long value() {
    return token;
  }
}
