package dev.arborist.application.service;

import dev.arborist.application.port.in.Examiner;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.MeasurementSource.Measurements;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Matches, measures and judges. */
final class ExaminerService implements Examiner {

  @Override
  public Verdict examine(
      RequirementSource requirementSource, MeasurementSource source, Instant startedAt) {
    List<Requirement> requirements = requirementSource.load();
    requireDistinct(requirements);
    requireKnown(requirements, source.benchmarks());
    Measurements measured = source.measure();
    Judge judge = new Judge(measured.series());
    List<Judgement> judgements = requirements.stream().map(judge::judge).toList();
    return new Verdict(
        startedAt,
        judgements,
        measured.series(),
        judge.scalings(),
        measured.environment(),
        measured.warnings());
  }

  /** Requirements may come from several files. */
  private static void requireDistinct(List<Requirement> requirements) {
    Set<String> seen = new TreeSet<>();
    for (Requirement requirement : requirements) {
      if (!seen.add(requirement.id())) {
        throw new InvalidRequirementException(
            "two requirements have the id " + requirement.id() + ": give each its own");
      }
    }
  }

  private static void requireKnown(List<Requirement> requirements, SortedSet<String> benchmarks) {
    for (Requirement requirement : requirements) {
      if (benchmarks.stream().noneMatch(requirement::isAboutName)) {
        throw unknown(requirement.id() + " names", requirement.benchmark(), benchmarks);
      }
      Yardstick yardstick = requirement.yardstick();
      if (yardstick != null && benchmarks.stream().noneMatch(yardstick::isAboutName)) {
        throw unknown(requirement.id() + " is relative to", yardstick.benchmark(), benchmarks);
      }
    }
  }

  private static InvalidRequirementException unknown(
      String who, String benchmark, SortedSet<String> benchmarks) {
    return new InvalidRequirementException(
        who
            + " the benchmark '"
            + benchmark
            + "', which does not exist; there are "
            + String.join(", ", benchmarks));
  }
}
