package dev.arborist.application.port.out;

import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.TrendPoint;
import dev.arborist.domain.validation.report.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs that were saved, whole and in the order in which they were saved.
 *
 * <p>Every write is one transaction: a run is there whole or not at all, and what was there before
 * stays. Several processes may use one history at a time. All methods throw {@link
 * StorageException} when it cannot be read or written. An instance is for one thread.
 */
public interface RunHistory extends AutoCloseable {

  /**
   * Saves a run behind all others, whatever its time says.
   *
   * @return its number, greater than that of every run ever saved here
   */
  RunId save(Verdict verdict);

  /** The run of this number, equal to what was saved. */
  Optional<Verdict> load(RunId id);

  /** Whether there is a run of this number, be it damaged. */
  boolean exists(RunId id);

  /** The last run that was saved. */
  Optional<RunId> latest();

  /**
   * The runs, the last saved first.
   *
   * @param label only runs with this label; null for all
   * @param limit how many at most; 0 for all
   */
  List<RunSummary> list(@Nullable String label, int limit);

  /**
   * What the last runs measured of the benchmarks whose whole name contains a text, the oldest run
   * first, within a run by benchmark, parameters, measure and mode.
   *
   * @param name a part of the benchmark's whole name; empty for all
   * @param runs how many of the last runs; 0 for all
   */
  List<TrendPoint> trend(String name, int runs);

  /** The run that others are compared with. */
  Optional<RunId> pinned();

  /**
   * Makes a run the one that others are compared with, or none.
   *
   * @param id a run that is there; null to have none
   * @throws IllegalArgumentException when there is no such run
   */
  void pin(@Nullable RunId id);

  /** Removes the runs, and the pin if it is on one of them. Their numbers are not given again. */
  void delete(List<RunId> ids);

  @Override
  void close();
}
