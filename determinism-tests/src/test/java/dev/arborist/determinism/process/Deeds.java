package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.history.EventReason;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one worker has done, and may have done: nothing else of its doing may be in the history. So
 * what was refused, or failed, left nothing, and what was asked for once happened once.
 */
final class Deeds {

  private static final Set<EventReason> OF_HOLDERS =
      Set.of(EventReason.COMPLETED, EventReason.FAILED, EventReason.RELEASED);

  private final String worker;

  /** Of holds, by verb, task and token. */
  private final Set<String> ends = new TreeSet<>();

  private int added;
  private int maybeAdded;
  private int claimed;
  private int maybeClaimed;

  private Deeds(String worker) {
    this.worker = worker;
  }

  static Deeds read(String worker, List<Journal.Line> lines) {
    Deeds deeds = new Deeds(worker);
    int lastBegin = lastBegin(lines);
    for (int i = 0; i < lines.size(); i++) {
      Journal.Line line = lines.get(i);
      if (line.kind().equals("ack")) {
        deeds.did(line);
      } else if (line.kind().equals("unknown") || (i == lastBegin && isOpen(lines, i))) {
        deeds.mayHaveDone(line);
      }
    }
    return deeds;
  }

  private static int lastBegin(List<Journal.Line> lines) {
    int at = lines.size() - 1;
    while (at >= 0 && !lines.get(at).kind().equals("begin")) {
      at--;
    }
    return at;
  }

  /** Nobody knows how many acknowledgements of a claim were to follow. */
  private static boolean isOpen(List<Journal.Line> lines, int begin) {
    return begin == lines.size() - 1 || lines.get(begin).word(0).equals("claim");
  }

  private void did(Journal.Line line) {
    switch (line.word(0)) {
      case "add" -> added++;
      case "claim" -> claimed++;
      default -> ends.add(end(line.word(0), Hold.of(line)));
    }
  }

  private void mayHaveDone(Journal.Line line) {
    switch (line.word(0)) {
      case "add" -> maybeAdded++;
      case "claim" -> maybeClaimed += Labourer.CLAIMED_MAX;
      default -> ends.add(end(line.word(0), Hold.of(line)));
    }
  }

  private static String end(String verb, Hold hold) {
    return verb + " " + hold;
  }

  /** Compares it with what the queue says of this worker. */
  void compare(History history) {
    requireBetween("added", history.count(worker, EventReason.ENQUEUED), added, added + maybeAdded);
    requireBetween(
        "claimed", history.count(worker, EventReason.CLAIMED), claimed, claimed + maybeClaimed);
    history
        .ends()
        .forEach(
            (hold, end) -> {
              if (end.actor().equals(worker) && OF_HOLDERS.contains(end.reason())) {
                String verb = verb(end.reason());
                Violation.unless(
                    ends.contains(end(verb, hold)),
                    worker + " was never told that its '" + verb + "' of " + hold + " was done");
              }
            });
  }

  private void requireBetween(String what, long found, int least, int most) {
    Violation.unless(
        least <= found && found <= most,
        worker
            + " has "
            + what
            + " "
            + least
            + " to "
            + most
            + " tasks, and the queue has "
            + found
            + " of it");
  }

  private static String verb(EventReason reason) {
    return switch (reason) {
      case COMPLETED -> "complete";
      case FAILED -> "fail";
      default -> "release";
    };
  }
}
