package dev.arborist.cli.work;

import dev.arborist.domain.task.InvalidInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges how a program ended. */
final class Verdict {

  /** Shells and the JDK give 128 and the signal for what a signal ended. */
  private static final int SIGNALLED = 128;

  private static final int SIGNAL_MAX = 64;

  private Verdict() {}

  /**
   * The outcome of a program that ended by itself.
   *
   * @param code its exit code
   * @param permanentExits the exit codes that no repetition mends
   * @param captured what it wrote, if that is to be the result
   * @param tail the end of what it wrote to standard error
   */
  static Outcome of(int code, List<Integer> permanentExits, @Nullable Capture captured, Tail tail) {
    if (code != 0) {
      return new Outcome.Failed(error(code, tail.lines()), permanentExits.contains(code));
    }
    try {
      return new Outcome.Completed(captured == null ? null : captured.json());
    } catch (InvalidInputException e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()), false);
    }
  }

  /** The exit code and the last line, which usually says what is wrong, then the lines before. */
  private static String error(int code, List<String> lines) {
    String text = "exit code " + code + signal(code);
    if (lines.isEmpty()) {
      return text;
    }
    text += ": " + lines.get(lines.size() - 1).strip();
    return lines.size() == 1 ? text : text + "\n\n" + String.join("\n", lines);
  }

  private static String signal(int code) {
    boolean signalled = code > SIGNALLED && code <= SIGNALLED + SIGNAL_MAX;
    return signalled ? " (signal " + (code - SIGNALLED) + ")" : "";
  }
}
