package dev.arborist.domain.validation.report;

import java.util.List;

/**
 * What a laboratory found, which repeats, kills and damages the product instead of timing it.
 *
 * @param absence why there is no result, in a phrase; empty when there is one
 * @param commit the hash of the commit that it was about
 * @param changes a digest of what differed from the commit; empty when nothing did
 * @param jvm the version of the JVM that ran it
 * @param whole whether everything was done, and not a build's share
 * @param tests how its tests ended
 * @param repetitions what came of tests that were repeated
 * @param experiments what was done
 * @param notDone the experiments that did not come to their end
 * @param canaries the planted faults
 * @param survivors the small faults put into the product's classes that no test of theirs found
 */
public record Laboratory(
    String absence,
    String commit,
    String changes,
    String jvm,
    boolean whole,
    Tests tests,
    Repetitions repetitions,
    List<Experiment> experiments,
    List<String> notDone,
    List<Canary> canaries,
    List<String> survivors) {

  /** Keeps its own copies. */
  public Laboratory {
    experiments = List.copyOf(experiments);
    notDone = List.copyOf(notDone);
    canaries = List.copyOf(canaries);
    survivors = List.copyOf(survivors);
  }

  /**
   * How tests ended.
   *
   * @param passed how many passed
   * @param failed those that failed, with the first line of what they said
   * @param leftOut those that could not be run, with the reason
   */
  public record Tests(int passed, List<String> failed, List<String> leftOut) {

    /** Keeps its own copies. */
    public Tests {
      failed = List.copyOf(failed);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * What came of tests that were repeated.
   *
   * @param tests how many were
   * @param runs how often all of them ran together
   * @param passed how many of the runs passed
   * @param flaky the tests that passed and failed
   */
  public record Repetitions(int tests, int runs, int passed, List<String> flaky) {

    /** Keeps its own copy. */
    public Repetitions {
      flaky = List.copyOf(flaky);
    }

    /** The share of runs that passed, in percent; 0 when there were none. */
    public double passRatePercent() {
      return runs == 0 ? 0 : 100.0 * passed / runs;
    }
  }

  /**
   * What one experiment did.
   *
   * @param name a short name
   * @param counts how many of what, in the order in which they are told
   */
  public record Experiment(String name, List<Count> counts) {

    /** Keeps its own copy. */
    public Experiment {
      counts = List.copyOf(counts);
    }

    /** How many of what. */
    public record Count(String what, long count) {}
  }

  /** A fault that was planted, and whether an experiment found it. */
  public record Canary(String name, boolean found) {}

  /** What can be said of the product after that. */
  public enum Status {
    /** Everything was done, nothing was found, and every planted fault was. */
    CONFIRMED,
    /** A test failed, was flaky, or a planted fault was missed. */
    FAILED,
    /** Something was left out, and nothing else failed. */
    INCOMPLETE,
    /** There is no result for what was measured. */
    NOT_RUN
  }

  /** None, because of something. */
  public static Laboratory notRun(String why) {
    return new Laboratory(
        why,
        "",
        "",
        "",
        false,
        new Tests(0, List.of(), List.of()),
        new Repetitions(0, 0, 0, List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What can be said of the product after that. */
  public Status status() {
    if (!absence.isEmpty()) {
      return Status.NOT_RUN;
    }
    boolean missed = canaries.stream().anyMatch(canary -> !canary.found());
    if (missed || !tests.failed().isEmpty() || !repetitions.flaky().isEmpty()) {
      return Status.FAILED;
    }
    boolean incomplete = !notDone.isEmpty() || !tests.leftOut().isEmpty() || experiments.isEmpty();
    return incomplete || canaries.isEmpty() || repetitions.runs() == 0
        ? Status.INCOMPLETE
        : Status.CONFIRMED;
  }

  /** How many planted faults were found. */
  public int canariesFound() {
    return (int) canaries.stream().filter(Canary::found).count();
  }
}
