package dev.arborist.application.service;

import dev.arborist.application.port.in.Examiner;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.MeasurementSource.Measurements;
import dev.arborist.application.port.out.RequirementSource;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.SampleWarnings;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Matches, measures and judges. */
final class ExaminerService implements Examiner {

  /** Looking after every launch would raise false passes from 1 to 6 %. */
  private static final List<Integer> FURTHER_LOOKS = List.of(10, 20);

  private final InstantSource clock;

  ExaminerService(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Verdict examine(
      RequirementSource requirementSource, MeasurementSource source, Origin origin, Effort effort) {
    List<Requirement> requirements = requirementSource.load();
    requireDistinct(requirements);
    requireKnown(requirements, source.benchmarks());
    boolean looksOnce = effort.budget().isZero();
    JudgeRules rules = looksOnce ? effort.rules() : effort.rules().forThreeLooks();
    Look look = look(requirements, source.measure(), rules);
    if (!looksOnce) {
      look = further(look, requirements, source, rules, clock.instant().plus(effort.budget()));
    }
    return new Verdict(
        origin,
        look.judgements(),
        look.measured().series(),
        look.judge().scalings(),
        look.judge().leaks(),
        look.measured().profiles(),
        null,
        null,
        null,
        look.measured().environment(),
        warnings(look.measured()));
  }

  /** What was noticed while measuring, then what the samples say; a saved run may have said it. */
  private static List<String> warnings(Measurements measured) {
    Set<String> warnings = new LinkedHashSet<>(measured.warnings());
    warnings.addAll(SampleWarnings.of(measured.series()));
    return List.copyOf(warnings);
  }

  /** What was measured at one time and what it says. */
  private record Look(Measurements measured, Judge judge, List<Judgement> judgements) {}

  private static Look look(
      List<Requirement> requirements, Measurements measured, JudgeRules rules) {
    Judge judge = new Judge(measured.series(), measured.suspects(), rules);
    return new Look(measured, judge, requirements.stream().map(judge::judge).toList());
  }

  /** Launches what is undecided more often, until all is decided or the time is over. */
  private Look further(
      Look first,
      List<Requirement> requirements,
      MeasurementSource source,
      JudgeRules rules,
      Instant end) {
    Look look = first;
    for (int launches : FURTHER_LOOKS) {
      Set<SeriesKey> undecided = undecided(look);
      if (undecided.isEmpty() || !clock.instant().isBefore(end)) {
        return look;
      }
      Optional<Measurements> more = source.measureMore(undecided, launches);
      if (more.isEmpty()) {
        return look;
      }
      look = look(requirements, more.get(), rules);
    }
    return look;
  }

  /** What the undecided requirements are about, and what it is relative to. */
  private static Set<SeriesKey> undecided(Look look) {
    Set<SeriesKey> keys = new LinkedHashSet<>();
    for (Judgement judgement : look.judgements()) {
      if (judgement.outcome() == Outcome.INCONCLUSIVE) {
        for (Series series : look.measured().series()) {
          if (isAbout(judgement.requirement(), series)) {
            keys.add(series.key());
          }
        }
      }
    }
    return keys;
  }

  private static boolean isAbout(Requirement requirement, Series series) {
    Yardstick yardstick = requirement.yardstick();
    boolean compared =
        yardstick != null
            && yardstick.isAboutName(series.benchmark())
            && series.params().entrySet().containsAll(yardstick.params().entrySet());
    return compared || requirement.isAbout(series.benchmark(), series.params());
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
