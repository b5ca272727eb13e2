package dev.arborist.application.port.in;

import dev.arborist.application.port.out.PairSource;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.regression.PairedSettings;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.report.FailRule;
import java.time.Duration;
import java.util.List;

/** Judges two versions of a suite by pairs of launches that take turns. */
public interface PairedExaminer {

  /**
   * Launches pairs and judges; this takes a minute or so for each benchmark, and some for each
   * suspect.
   *
   * <p>A benchmark whose pair fails is inconclusive and the others go on. The ten that have become
   * slowest of those that have regressed are launched once more, beside their budget, to see where
   * they take more than before; where that fails, only the environment of the result tells.
   *
   * @throws dev.arborist.domain.validation.sample.InvalidSamplesException when there is nothing to
   *     compare
   */
  Duet examine(PairSource source, Effort effort, PairListener listener);

  /**
   * How much is done.
   *
   * @param settings what the pairs are judged by
   * @param budget how long the pairs of one benchmark may take
   * @param seed draws every order
   * @param rules what fails the build; of plain rules those on the median
   */
  record Effort(PairedSettings settings, Duration budget, long seed, List<FailRule> rules) {

    /** Keeps its own copy of the rules. */
    public Effort {
      rules = List.copyOf(rules);
    }
  }

  /** Hears of each pair. */
  @FunctionalInterface
  interface PairListener {

    /**
     * A pair is done.
     *
     * @param stage what it was for
     * @param number which pair of that stage it was, from 1
     * @param of how many there are in that stage
     * @param logRatio what it found; more is slower
     */
    void done(PairedBenchmark benchmark, Stage stage, int number, int of, double logRatio);
  }

  /** What a pair is launched for. */
  enum Stage {
    /** To see whether it runs at all, how long it takes and how long it needs to be steady. */
    TRIAL,
    /** To tell what is unchanged from what is suspect. */
    SCREENING,
    /** To judge a suspect. */
    JUDGING,
    /** To see whether the machine makes a change of none. */
    CONTROL,
    /** To see where a benchmark that has regressed takes more than before; it is not judged. */
    PROFILE
  }
}
