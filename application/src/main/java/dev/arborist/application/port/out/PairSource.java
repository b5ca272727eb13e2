package dev.arborist.application.port.out;

import dev.arborist.domain.validation.duet.LaunchPair;
import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.time.Duration;
import java.util.List;

/** Launches pairs of two versions that take turns. Not safe for use by several threads. */
public interface PairSource {

  /**
   * The benchmarks that are wanted, in a fixed order.
   *
   * @throws dev.arborist.domain.validation.sample.InvalidSamplesException when a version has no
   *     benchmarks that can be listed
   */
  PairedBenchmarks benchmarks();

  /** What runs against what, and how. */
  List<Fact> environment();

  /**
   * Launches both versions once and lets them take turns; this takes seconds. However it ends,
   * nothing is left running.
   *
   * @throws PairFailedException when a version dies, hangs or does not run what was asked for
   * @throws InvalidSamplesException when a version is another one than before
   * @throws StorageException when files could not be written
   */
  LaunchPair launch(PairPlan plan);

  /**
   * Launches both versions once more, to see where they spend their time. What they measure is not
   * to be judged: recording costs time itself, and the two may run at once. However it ends,
   * nothing is left running, and no recording.
   *
   * @throws PairFailedException as when they take turns, or when the JVM cannot record
   * @throws StorageException when files could not be written or a recording not be read
   */
  ProfiledPair profile(PairPlan plan);

  /**
   * What there is to compare.
   *
   * @param common the benchmarks that both versions have with the same parameters
   * @param onlyBaseline those that only the baseline has
   * @param onlyCandidate those that only the candidate has
   */
  record PairedBenchmarks(
      List<PairedBenchmark> common,
      List<PairedBenchmark> onlyBaseline,
      List<PairedBenchmark> onlyCandidate) {

    /** Keeps its own copies. */
    public PairedBenchmarks {
      common = List.copyOf(common);
      onlyBaseline = List.copyOf(onlyBaseline);
      onlyCandidate = List.copyOf(onlyCandidate);
    }
  }

  /**
   * One pair.
   *
   * @param benchmark what is launched
   * @param isControl whether the baseline takes both sides
   * @param warmups how many epochs are thrown away
   * @param isWarmupShared whether both warm up at the same time instead of in turns
   * @param epochs how many epochs count
   * @param seed decides which side begins each pair of epochs
   */
  record PairPlan(
      PairedBenchmark benchmark,
      boolean isControl,
      int warmups,
      boolean isWarmupShared,
      int epochs,
      long seed) {}

  /**
   * A pair that was recorded, of each version every method found and every line that allocates.
   *
   * @param pair what it measured
   * @param baseline the old version's profile, without the warm-up
   * @param candidate the new version's
   * @param period how often it was looked where a thread is
   */
  record ProfiledPair(LaunchPair pair, Profile baseline, Profile candidate, Duration period) {}
}
