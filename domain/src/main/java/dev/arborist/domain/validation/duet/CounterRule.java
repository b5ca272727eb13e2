package dev.arborist.domain.validation.duet;

import dev.arborist.domain.validation.regression.Change;
import dev.arborist.domain.validation.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whether counts an operation differ, such as bytes allocated: a verdict within seconds, since no
 * load of the machine changes them.
 *
 * <p>They are not quite exact. Until it is compiled, code allocates what it does not afterwards, so
 * only the epochs that count are looked at, and of those the middle half. And a compiler may decide
 * otherwise in another launch, so one pair proves nothing: in seven pairs all launches of one
 * version must lie beyond all launches of the other. Were counts to differ from launch to launch
 * without a cause, that would happen in one of 3,432 runs in each direction, since so many ways
 * there are to choose seven of fourteen. What JMH itself allocates in an epoch is shared by its
 * operations, so a difference of a few kilobytes an epoch is none.
 */
public final class CounterRule {

  /** How many pairs must agree. */
  public static final int PAIRS = 7;

  /** The name of what is allocated. */
  public static final String BYTES = "bytes";

  private static final double HARNESS_BYTES = 4_096;

  private final double minimumEffect;

  /**
   * The rule.
   *
   * @param minimumEffect the least change that matters, such as 0.03 for 3 %
   */
  public CounterRule(double minimumEffect) {
    this.minimumEffect = minimumEffect;
  }

  /** What differs, by name; nothing when there are fewer than {@link #PAIRS} pairs. */
  public List<CounterVerdict> judge(List<LaunchPair> pairs) {
    if (pairs.size() < PAIRS) {
      return List.of();
    }
    List<CounterVerdict> verdicts = new ArrayList<>();
    judge(BYTES, pairs, Epoch::bytesPerOperation, harnessShare(pairs)).ifPresent(verdicts::add);
    for (String counter : counters(pairs)) {
      judge(counter, pairs, epoch -> count(epoch, counter), 0).ifPresent(verdicts::add);
    }
    return List.copyOf(verdicts);
  }

  private Optional<CounterVerdict> judge(
      String counter,
      List<LaunchPair> pairs,
      Function<Epoch, OptionalDouble> count,
      double negligible) {
    List<Summary> before = new ArrayList<>();
    List<Summary> after = new ArrayList<>();
    for (LaunchPair pair : pairs) {
      List<Double> old = known(pair.baseline(), count);
      List<Double> now = known(pair.candidate(), count);
      if (old.isEmpty() || now.isEmpty()) {
        return Optional.empty();
      }
      before.add(Summary.of(old));
      after.add(Summary.of(now));
    }
    double old = Summary.of(before.stream().map(Summary::median).toList()).median();
    double now = Summary.of(after.stream().map(Summary::median).toList()).median();
    boolean matters = Math.abs(now - old) > Math.max(negligible, minimumEffect * old);
    boolean isMore = matters && isBelow(before, after);
    boolean isLess = matters && isBelow(after, before);
    return isMore || isLess
        ? Optional.of(
            new CounterVerdict(
                counter, isMore ? Change.REGRESSED : Change.IMPROVED, old, now, pairs.size()))
        : Optional.empty();
  }

  private static boolean isBelow(List<Summary> some, List<Summary> others) {
    double most = some.stream().mapToDouble(Summary::q3).max().orElseThrow();
    double least = others.stream().mapToDouble(Summary::q1).min().orElseThrow();
    return most < least;
  }

  private static List<Double> known(PairedLaunch launch, Function<Epoch, OptionalDouble> count) {
    return launch.epochs().stream()
        .map(count)
        .filter(OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .toList();
  }

  private static OptionalDouble count(Epoch epoch, String counter) {
    Double count = epoch.counters().get(counter);
    return count == null ? OptionalDouble.empty() : OptionalDouble.of(count);
  }

  private static SortedSet<String> counters(List<LaunchPair> pairs) {
    SortedSet<String> names = new TreeSet<>();
    for (LaunchPair pair : pairs) {
      pair.baseline().epochs().forEach(epoch -> names.addAll(epoch.counters().keySet()));
    }
    return names;
  }

  /** What of the harness's own bytes an operation bears, on the side that makes fewer of them. */
  private static double harnessShare(List<LaunchPair> pairs) {
    double operations = Double.MAX_VALUE;
    for (LaunchPair pair : pairs) {
      for (PairedLaunch launch : List.of(pair.baseline(), pair.candidate())) {
        List<Double> made =
            launch.epochs().stream().map(epoch -> (double) epoch.operations()).toList();
        operations = Math.min(operations, Summary.of(made).median());
      }
    }
    return HARNESS_BYTES / Math.max(1, operations);
  }
}
