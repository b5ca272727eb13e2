package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what processes were told with what the queue has kept, when all of them have ended.
 *
 * <p>The history decides in which order things happened; the journals decide which of them must be
 * in it, and which may be because nobody knows; {@link Deeds} that nothing else is.
 */
final class Checker {

  private final Leases leases;
  private final List<String> failures = new ArrayList<>();
  private int acknowledged;
  private int refused;
  private int unknown;
  private int failed;
  private int locked;

  /**
   * A checker that has compared nothing.
   *
   * @param tolerance how much earlier than it was to end a lease may be over
   */
  Checker(Duration tolerance) {
    leases = new Leases(tolerance);
  }

  /**
   * Checks a queue at which nobody is at work; returns what was found to be as it must.
   *
   * @param queue what {@code Arborist.open} takes
   */
  Done check(String queue, Map<String, Path> journals) throws IOException {
    History history = History.of(queue);
    for (Map.Entry<String, Path> journal : journals.entrySet()) {
      String worker = journal.getKey();
      List<Journal.Line> lines = Journal.read(journal.getValue());
      compare(history, worker, lines);
      Deeds.read(worker, lines).compare(history);
      leases.read(lines);
    }
    leases.compare(history);
    history.requireSound();
    return Done.of("acknowledged operations", acknowledged)
        .and("refused", refused)
        .and("unknown", unknown)
        .and("told to try again", locked)
        .and("claims", history.claims())
        .and("tasks", history.tasks());
  }

  /** What the store said that it could not do or does not know. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** How often it said that it could not do something, and that nothing has changed. */
  int failed() {
    return failed;
  }

  private void compare(History history, String worker, List<Journal.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Journal.Line line = lines.get(i);
      switch (line.kind()) {
        case "ack" -> {
          acknowledged++;
          acknowledged(history, worker, line);
        }
        case "refused" -> {
          refused++;
          refused(history, worker, line);
        }
        case "unknown" -> {
          unknown++;
          failures.add(worker + ": " + line);
        }
        case "locked" -> locked++;
        case "failed" -> {
          failed++;
          failures.add(worker + ": " + line);
        }
        default -> {
          boolean last = i == lines.size() - 1;
          unknown += last ? 1 : 0;
        }
      }
    }
  }

  private static void acknowledged(History history, String worker, Journal.Line line) {
    long number = line.number(1);
    String what = worker + " was told '" + line + "'";
    Violation.unless(history.has(number), what + ", and there is no such task");
    if (line.word(0).equals("add")) {
      return;
    }
    TaskEvent claim = history.claim(Hold.of(line));
    Violation.unless(
        claim != null && claim.actor().equals(worker), what + ", and the claim is " + claim);
    TaskEvent end = history.end(Hold.of(line));
    switch (line.word(0)) {
      case "complete" -> requireEnd(what, end, EventReason.COMPLETED);
      case "fail" -> requireEnd(what, end, EventReason.FAILED);
      case "release" -> requireEnd(what, end, EventReason.RELEASED);
      default -> {}
    }
  }

  private static void requireEnd(String what, @Nullable TaskEvent end, EventReason reason) {
    Violation.unless(end != null && end.reason() == reason, what + ", and it ended by " + end);
  }

  /** Whoever is refused must have lost the task before, by its lease or another's doing. */
  private static void refused(History history, String worker, Journal.Line line) {
    String what = worker + " was told '" + line + "'";
    if (!line.isOfHold()) {
      boolean waits = line.word(0).equals("add") && line.words().size() > 1;
      Violation.unless(waits, what + ", which cannot be refused");
      return;
    }
    TaskEvent end = history.end(Hold.of(line));
    boolean lost =
        end != null
            && (end.reason() == EventReason.EXPIRED
                || end.reason() == EventReason.TIMED_OUT
                || end.reason() == EventReason.CANCELLED
                || end.reason() == EventReason.CASCADED);
    Violation.unless(lost, what + ", and it ended by " + end);
  }
}
