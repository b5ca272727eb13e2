package dev.arborist.application.service;

import dev.arborist.application.port.in.PairedExaminer;
import dev.arborist.application.port.out.PairSource;
import dev.arborist.application.port.out.PairSource.PairedBenchmarks;
import dev.arborist.domain.validation.report.Duet;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.time.InstantSource;

/** Finds what can be compared and examines it. */
final class PairedExaminerService implements PairedExaminer {

  private final InstantSource clock;

  PairedExaminerService(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Duet examine(PairSource source, Effort effort, PairListener listener) {
    PairedBenchmarks benchmarks = source.benchmarks();
    if (benchmarks.common().isEmpty()) {
      throw new InvalidSamplesException(
          "the two versions have no benchmark in common: "
              + benchmarks.onlyBaseline().size()
              + " are only in the baseline, "
              + benchmarks.onlyCandidate().size()
              + " only in the candidate");
    }
    return new Contest(source, effort, listener, clock).hold(benchmarks);
  }
}
