package dev.arborist.cli;

import java.util.List;

/**
 * Runs the everyday commands one after the other in one process.
 *
 * <p>The build starts it on a queue that it throws away, and keeps the classes that were loaded in
 * an archive, from which {@code bin/arborist} has them sooner. It is in the jar because a JVM uses
 * an archive only with the class path with which it was made.
 */
final class Rehearsal {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("init"),
          List.of("add", "Write the parser"),
          List.of("add", "Test the parser", "--parent", "1", "--prerequisites", "1"),
          List.of("claim", "--worker", "me"),
          List.of("complete", "1", "--token", "1", "--result", "{}"),
          List.of("list"),
          List.of("list", "--status", "ready", "--json"),
          List.of("show", "1"),
          List.of("status"),
          List.of("--help"),
          List.of("tree"));

  private Rehearsal() {}

  /** Runs them; the environment says on which queue. */
  public static void main(String[] arguments) {
    for (List<String> command : COMMANDS) {
      int code = Main.run(SystemTerminal.detect(), command.toArray(String[]::new));
      if (code != ExitCode.DONE) {
        System.exit(code);
      }
    }
  }
}
