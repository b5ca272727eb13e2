package dev.arborist.cli.work;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.task.Task;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The worker's own lines: one when a task is claimed, one that says what came of it. */
final class WorkLog {

  private static final double MILLIS_PER_SECOND = 1_000;

  private final PrintStream err;
  private final boolean quiet;

  WorkLog(PrintStream err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  void claimed(Task task) {
    say("claimed " + task.number() + " " + task.profile().summary());
  }

  /** Says something that is as it should be. */
  void say(String line) {
    if (!quiet) {
      err.println(SafeText.of(line));
    }
  }

  /** Says something that somebody should look at, however quiet the worker is. */
  void warn(String line) {
    err.println("arborist: " + SafeText.of(line));
  }

  /** A time as people read it, such as {@code 12 ms}, {@code 1.3 s} or {@code 1h 5m}. */
  static String time(Duration time) {
    if (time.toSeconds() == 0) {
      return time.toMillis() + " ms";
    }
    if (time.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS_PER_SECOND);
    }
    return time.toHours() == 0
        ? time.toMinutes() + "m " + time.toSecondsPart() + "s"
        : time.toHours() + "h " + time.toMinutesPart() + "m";
  }
}
