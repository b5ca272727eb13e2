package dev.arborist.determinism.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * A call of the kernel at which something happens.
 *
 * @param first the step with which the session begins
 * @param call which call
 * @param number which of them, from 1, on the thread that makes most
 * @param effect what happens, such as {@code signal=KILL}
 * @param sticky whether it happens at all later calls too
 */
record CallPoint(int first, String call, int number, String effect, boolean sticky) {

  static final String KILL = "signal=KILL";

  boolean isKill() {
    return effect.equals(KILL);
  }

  /** Whether it waits for the disk. */
  boolean isSync() {
    return call.endsWith("sync");
  }

  /** In the words of strace. */
  String injection() {
    return effect + ":when=" + number + (sticky ? "+" : "");
  }

  /** Reads what {@link #toString} writes. */
  static CallPoint parse(String text) {
    String[] parts = text.split(",", -1);
    return new CallPoint(
        Integer.parseInt(parts[0]),
        parts[1],
        Integer.parseInt(parts[2]),
        parts[3],
        Boolean.parseBoolean(parts[4]));
  }

  /** So many of all points, spread evenly, the last among them. */
  static List<CallPoint> spread(List<CallPoint> all, int count) {
    if (count >= all.size()) {
      return all;
    }
    List<CallPoint> some = new ArrayList<>();
    for (long i = 1; i <= count; i++) {
      some.add(all.get((int) (i * all.size() / count) - 1));
    }
    return some;
  }

  @Override
  public String toString() {
    return String.join(",", "" + first, call, "" + number, effect, "" + sticky);
  }
}
