package dev.arborist.determinism.crash;

import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens what a session has left, whatever happened to it, and compares it with its log. */
final class Checker {

  private final Reference reference;

  Checker(Reference reference) {
    this.reference = reference;
  }

  /**
   * Checks that everything acknowledged is there, that the step under way is wholly there or wholly
   * not, and that the steps after it can be taken.
   *
   * @param stepsBefore how many steps had been taken when the session began
   * @return the step that was under way, 0 when none was
   */
  int check(Path file, Path log, int stepsBefore) throws IOException {
    int acknowledged = stepsBefore;
    int begun = stepsBefore;
    int unknown = 0;
    int unchanged = 0;
    for (SessionLog.Entry entry : SessionLog.read(log)) {
      switch (entry.kind()) {
        case SessionLog.BEGIN -> {
          begun = entry.step();
          unchanged = 0;
        }
        case SessionLog.ACKNOWLEDGED -> {
          acknowledged = entry.step();
          Violation.unless(
              entry.text().equals(reference.acknowledgement(acknowledged)),
              "step " + acknowledged + " acknowledged " + entry.text());
        }
        case SessionLog.FAILED -> {
          checkMessage(entry.text());
          unknown = isUnknown(entry.text()) ? begun : unknown;
          unchanged = begun;
        }
        case SessionLog.KEPT -> {
          Violation.unless(
              unknown == begun, begun + " was kept, and was told to have changed nothing");
          acknowledged = begun;
        }
        case SessionLog.GAVE_UP -> checkMessage(entry.text());
        default -> throw new IllegalStateException(entry.toString());
      }
    }
    boolean nothing = unchanged == begun && unknown != begun;
    checkQueue(file, acknowledged, nothing ? acknowledged : begun);
    return begun > acknowledged ? begun : 0;
  }

  /** Whether the queue says that it cannot say what became of a change. */
  static boolean isUnknown(String message) {
    return message.contains("whether the change was kept is unknown");
  }

  /** A person is told in one line. */
  static void checkMessage(String message) {
    Violation.unless(
        message.startsWith("cannot ") && message.contains(": ") && message.lines().count() == 1,
        "that is no clear line: " + message);
  }

  private void checkQueue(Path file, int acknowledged, int begun) {
    try (Session session = new Session(file, Durability.NORMAL)) {
      session.setTime(begun);
      requireSound(session);
      String state = session.state();
      int taken = state.equals(reference.state(acknowledged)) ? acknowledged : begun;
      Violation.unless(
          state.equals(reference.state(taken)),
          "neither before nor after: "
              + acknowledged
              + " steps were acknowledged, and "
              + begun
              + " begun; "
              + reference.difference(acknowledged, state)
              + reference.difference(begun, state));
      resume(session, taken);
    }
  }

  private static void requireSound(Session session) {
    Violation.unless(session.findings().isEmpty(), "the doctor finds " + session.findings());
  }

  /** Takes the steps that are left, to the same end as if nothing had happened. */
  void resume(Session session, int taken) {
    for (int step = taken + 1; step <= reference.size(); step++) {
      String told = session.take(step);
      Violation.unless(
          told.equals(reference.acknowledgement(step)),
          "afterwards step " + session.name(step) + " is told " + told);
    }
    String state = session.state();
    Violation.unless(
        state.equals(reference.state(reference.size())),
        "afterwards work ended otherwise: " + reference.difference(reference.size(), state));
    requireSound(session);
  }

  /** All that was noted, for a message. */
  static List<SessionLog.Entry> lastOf(Path log) throws IOException {
    List<SessionLog.Entry> entries = SessionLog.read(log);
    return entries.subList(Math.max(0, entries.size() - 2), entries.size());
  }
}
