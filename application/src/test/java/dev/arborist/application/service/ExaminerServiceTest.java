package dev.arborist.application.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.domain.validation.report.Fact;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Origin;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import dev.arborist.domain.validation.requirement.Yardstick;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExaminerServiceTest {

  /** A source that measures one benchmark, each launch as slow as the others. */
  private static final class Fixed implements MeasurementSource {

    private final String benchmark;
    private boolean measured;

    Fixed(String benchmark) {
      this.benchmark = benchmark;
    }

    @Override
    public SortedSet<String> benchmarks() {
      return new TreeSet<>(List.of(benchmark));
    }

    @Override
    public Measurements measure() {
      measured = true;
      Series series =
          new Series(
              benchmark,
              new TreeMap<>(),
              "score",
              "avgt",
              Dimension.TIME,
              List.of(List.of(5e6), List.of(5.01e6), List.of(4.99e6)));
      return Measurements.of(
          List.of(series), List.of(new Fact("name", benchmark)), List.of("warning " + benchmark));
    }
  }

  private static Requirement requirement(String benchmark, String limit) {
    return requirement("NFR001", benchmark, limit);
  }

  private static Requirement requirement(String id, String benchmark, String limit) {
    return new Requirement(
        id,
        "It is fast",
        benchmark,
        new TreeMap<>(),
        Metric.parse("mean"),
        Quantity.parse(limit),
        null,
        WhenInconclusive.FAIL);
  }

  private static Verdict examine(MeasurementSource source, Requirement... requirements) {
    return Services.examiner(InstantSource.fixed(Instant.EPOCH))
        .examine(() -> List.of(requirements), source, Origin.at(Instant.EPOCH), Effort.ONE_LOOK);
  }

  @Test
  void whatKeepsItsLimitPassesAndWhatDoesNotFails() {
    Fixed source = new Fixed("a.B.run");
    assertTrue(examine(source, requirement("B.run", "10 ms")).passed());
    Verdict failed = examine(source, requirement("B.run", "1 us"));
    assertFalse(failed.passed());
    assertEquals("5 ms", failed.notPassed().get(0).actualText());
  }

  @Test
  void aMisspeltBenchmarkIsRefusedBeforeAnythingIsMeasured() {
    Fixed source = new Fixed("a.B.run");
    var refused =
        assertThrows(
            InvalidRequirementException.class,
            () -> examine(source, requirement("B.rum", "10 ms")));
    assertEquals(
        "NFR001 names the benchmark 'B.rum', which does not exist; there are a.B.run",
        refused.getMessage());
    assertFalse(source.measured);
  }

  @Test
  void whatARequirementIsRelativeToMustExistToo() {
    Requirement relative =
        new Requirement(
            "NFR001",
            "It is fast",
            "B.run",
            new TreeMap<>(),
            Metric.parse("mean"),
            Quantity.parse("1.5"),
            new Yardstick("Raw.run", new TreeMap<>()),
            WhenInconclusive.FAIL);
    var refused =
        assertThrows(
            InvalidRequirementException.class, () -> examine(new Fixed("a.B.run"), relative));
    assertEquals(
        "NFR001 is relative to the benchmark 'Raw.run', which does not exist; there are a.B.run",
        refused.getMessage());
  }

  @Test
  void anIdThatTwoFilesGiveIsRefused() {
    Requirement one = requirement("B.run", "10 ms");
    var refused =
        assertThrows(
            InvalidRequirementException.class, () -> examine(new Fixed("a.B.run"), one, one));
    assertEquals("two requirements have the id NFR001: give each its own", refused.getMessage());
  }

  @Test
  void whatTheSamplesSayAgainstThemselvesIsWarnedOfOnce() {
    String single = "a single launch, so it is unknown how far launches differ: B.run";
    Series series =
        new Series(
            "a.B.run", new TreeMap<>(), "score", "avgt", Dimension.TIME, List.of(List.of(5e6)));
    MeasurementSource source =
        new MeasurementSource() {
          @Override
          public SortedSet<String> benchmarks() {
            return new TreeSet<>(List.of("a.B.run"));
          }

          @Override
          public Measurements measure() {
            return Measurements.of(List.of(series), List.of(), List.of("it was busy", single));
          }
        };
    assertEquals(List.of("it was busy", single), examine(source).warnings());
  }

  @Test
  void severalSourcesAreOne() {
    MeasurementSource both = Services.combined(List.of(new Fixed("a.B.run"), new Fixed("a.A.run")));
    assertEquals(List.of("a.A.run", "a.B.run"), List.copyOf(both.benchmarks()));
    Verdict verdict =
        examine(
            both, requirement("NFR001", "A.run", "10 ms"), requirement("NFR002", "B.run", "10 ms"));
    assertTrue(verdict.passed());
    assertEquals(2, verdict.series().size());
    assertEquals(List.of("warning a.B.run", "warning a.A.run"), verdict.warnings());
    assertEquals(2, verdict.environment().size());
  }

  /** A source whose launches scatter until there are enough of them. */
  private static final class Scattered implements MeasurementSource {

    private final List<Integer> asked = new ArrayList<>();

    @Override
    public SortedSet<String> benchmarks() {
      return new TreeSet<>(List.of("a.B.run", "a.B.calm"));
    }

    @Override
    public Measurements measure() {
      return launches(5);
    }

    @Override
    public Optional<Measurements> measureMore(Set<SeriesKey> wanted, int launches) {
      assertEquals(Set.of(new SeriesKey("a.B.run", new TreeMap<>())), wanted);
      asked.add(launches);
      return Optional.of(launches(launches));
    }

    private static Measurements launches(int count) {
      List<List<Double>> scattered = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        scattered.add(List.of(i % 2 == 0 ? 4.4e6 : 4.9e6));
      }
      return Measurements.of(
          List.of(
              series("a.B.run", scattered),
              series("a.B.calm", List.of(List.of(1e6), List.of(1e6)))));
    }

    private static Series series(String name, List<List<Double>> launches) {
      return new Series(name, new TreeMap<>(), "score", "avgt", Dimension.TIME, launches);
    }
  }

  private static Verdict examine(MeasurementSource source, String limit, InstantSource clock) {
    Effort effort = new Effort(JudgeRules.ONE_LOOK, Duration.ofMinutes(1));
    return Services.examiner(clock)
        .examine(
            () ->
                List.of(
                    requirement("NFR001", "B.run", limit),
                    requirement("NFR002", "B.calm", "10 ms")),
            source,
            Origin.at(Instant.EPOCH),
            effort);
  }

  @Test
  void launchesAreAddedToWhatIsUndecidedUntilItIsDecided() {
    Scattered source = new Scattered();
    Verdict verdict = examine(source, "5 ms", InstantSource.fixed(Instant.EPOCH));
    assertTrue(verdict.passed());
    assertEquals(List.of(10), source.asked);
    assertEquals(10, verdict.judgements().get(0).launches());
    assertTrue(verdict.judgements().get(0).reason().contains("99.7 %"), "three looks are dearer");
  }

  @Test
  void launchesAreLookedAtThreeTimesAtMost() {
    Scattered source = new Scattered();
    Verdict verdict = examine(source, "4.65 ms", InstantSource.fixed(Instant.EPOCH));
    assertEquals(List.of(10, 20), source.asked);
    assertEquals(Outcome.INCONCLUSIVE, verdict.judgements().get(0).outcome());
  }

  @Test
  void noLaunchIsAddedWhenTheTimeIsOver() {
    Scattered source = new Scattered();
    Iterator<Instant> times =
        List.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(59), Instant.EPOCH.plusSeconds(60))
            .iterator();
    Verdict verdict = examine(source, "4.65 ms", times::next);
    assertEquals(List.of(10), source.asked);
    assertEquals(Outcome.INCONCLUSIVE, verdict.judgements().get(0).outcome());
  }
}
