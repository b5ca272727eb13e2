package dev.arborist.determinism.fuzz;

import dev.arborist.cli.CommandsInProcess.Outcome;
import dev.arborist.determinism.lab.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold of every command's end, whatever was typed. */
final class Oracle {

  private static final int USAGE = 2;
  private static final int STORAGE = 5;
  private static final int UNDECIDED = 7;

  private static final String SHOWS_TRACES = "--debug";
  private static final int WORDS_LEAST = 3;

  /** What a trace or the name of an exception looks like. */
  private static final Pattern TRACE =
      Pattern.compile("\n\\s+at |\\b[A-Z]\\w+(?:Exception|Error)\\b|this is a bug");

  /** Controls and what turns the direction of writing. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}&&[^\n]]|[\u202a-\u202e\u2066-\u2069]");

  private static final Pattern LINE = Pattern.compile("\\bline [0-9]+");

  private Oracle() {}

  /** Whether nothing may have been done. */
  static boolean isRefusal(Outcome outcome) {
    return outcome.exitCode() >= USAGE && outcome.exitCode() <= STORAGE;
  }

  /** Throws unless it ended as documented. */
  static void judge(FuzzCase one, Outcome outcome) {
    int code = outcome.exitCode();
    Violation.unless(
        code == 0 || (code >= USAGE && code <= UNDECIDED),
        "the exit code is " + code + say(outcome));
    if (!one.asks(SHOWS_TRACES)) {
      Violation.unless(!TRACE.matcher(outcome.err()).find(), "a trace is shown" + say(outcome));
      Violation.unless(
          !UNSAFE.matcher(outcome.err()).find(), "the error is no safe text" + say(outcome));
    }
    if (isRefusal(outcome)) {
      refusal(one, outcome);
    }
  }

  private static void refusal(FuzzCase one, Outcome outcome) {
    List<String> lines = outcome.err().lines().toList();
    String line = lines.isEmpty() ? "" : lines.get(0);
    boolean says = line.startsWith("arborist: ") && line.split(" ", -1).length > WORDS_LEAST;
    Violation.unless(says, "a refusal says nothing" + say(outcome));
    Violation.unless(
        lines.size() == 1 || one.asks(SHOWS_TRACES),
        "a refusal takes several lines" + say(outcome));
    Violation.unless(outcome.out().isEmpty(), "what is refused prints something" + say(outcome));
    if (one.readsLines() && outcome.exitCode() == USAGE) {
      Violation.unless(
          LINE.matcher(line).find(), "a refusal does not name the line" + say(outcome));
    }
  }

  private static String say(Outcome outcome) {
    return ", exit code "
        + outcome.exitCode()
        + "\n  printed "
        + FuzzCase.shown(outcome.out(), 500)
        + "\n  said "
        + FuzzCase.shown(outcome.err(), 3_000);
  }
}
