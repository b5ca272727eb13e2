package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.history.TaskEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether nobody lost a task before its lease was over, by the clock of the machine on which all
 * work, whatever theirs say.
 *
 * <p>A lease cannot have begun before it was asked for, and another has the task at the latest when
 * he is told so: between the two there must be its length.
 */
final class Leases {

  private final Map<Hold, Long> promised = new LinkedHashMap<>();
  private final Map<Hold, Long> claimed = new LinkedHashMap<>();
  private final Map<Hold, Long> refused = new LinkedHashMap<>();
  private final long toleranceMillis;

  /**
   * Nobody was promised anything yet.
   *
   * @param tolerance what the store's time may be off by at a worker
   */
  Leases(Duration tolerance) {
    toleranceMillis = tolerance.toMillis();
  }

  /** Adds what one worker was promised. */
  void read(List<Journal.Line> lines) {
    long asked = 0;
    for (Journal.Line line : lines) {
      if (line.kind().equals("begin")) {
        asked = line.millis();
      } else if (line.isOfHold()) {
        read(line, asked);
      }
    }
  }

  private void read(Journal.Line line, long asked) {
    Hold hold = Hold.of(line);
    if (line.kind().equals("refused")) {
      refused.merge(hold, line.millis(), Math::min);
    } else if (line.kind().equals("ack")) {
      switch (line.word(0)) {
        case "claim" -> {
          claimed.put(hold, line.millis());
          promised.merge(hold, asked + Labourer.LEASE_MILLIS, Math::max);
        }
        case "renew" -> promised.merge(hold, asked + Labourer.LEASE_MILLIS, Math::max);
        default -> {}
      }
    }
  }

  /** Compares what all were promised with when they lost it. */
  void compare(History history) {
    promised.forEach(
        (hold, until) -> {
          TaskEvent end = history.end(hold);
          if (end != null && end.reason() == EventReason.EXPIRED) {
            requireOver(hold, until, claimed.get(hold.next()), "another had it");
            requireOver(hold, until, refused.get(hold), "it was refused");
          }
        });
  }

  private void requireOver(Hold hold, long until, @Nullable Long lost, String how) {
    if (lost != null) {
      Violation.unless(
          lost >= until - toleranceMillis,
          hold + " was to last until " + until + " ms at least, but at " + lost + " " + how);
    }
  }
}
