package dev.arborist.adapters.jmh.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.MeasurementSource;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.requirement.Dimension;
import dev.arborist.domain.validation.sample.Series;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulersTest {

  @TempDir Path directory;

  private long now;

  /** A clock by which every repetition takes 60 us, so that each ruler's value is known. */
  private Rulers rulers() {
    return new Rulers(directory, () -> now += 60_000);
  }

  private static Series ruler(String name, double... medians) {
    return new Series(
        name,
        new TreeMap<>(),
        "score",
        "",
        Dimension.TIME,
        Arrays.stream(medians).mapToObj(one -> List.of(one, one, 99 * one)).toList());
  }

  /** A source of what it is told. */
  private record Told(List<Series> told) implements MeasurementSource {

    @Override
    public SortedSet<String> benchmarks() {
      return new TreeSet<>(Set.of("a.B.run"));
    }

    @Override
    public Measurements measure() {
      return Measurements.of(told);
    }

    @Override
    public Optional<Measurements> measureMore(Set<SeriesKey> wanted, int launches) {
      return wanted.isEmpty() ? Optional.empty() : Optional.of(measure());
    }
  }

  private MachineWatch watch(List<Series> told) throws IOException {
    FakeSystem system = new FakeSystem(directory.resolve("root")).quiet();
    return new MachineWatch(new Told(told), system.files(), FakeSystem.jvm(), rulers());
  }

  @Test
  void eachMeasurementIsALaunchOfEachRulerPerUnitOfWork() throws IOException {
    Rulers rulers = rulers();
    rulers.measure();
    rulers.measure();
    List<Series> series = rulers.series();
    assertEquals(
        List.of("arborist.ruler.cpu", "arborist.ruler.memory", "arborist.ruler.disk"),
        series.stream().map(Series::benchmark).toList());
    assertEquals(List.of(2, 2, 2), series.stream().map(one -> one.launches().size()).toList());
    assertEquals(60_000.0 / 4_000, series.get(0).launches().get(0).get(0));
    assertEquals(1.0, series.get(1).launches().get(1).get(5));
    assertEquals(6_000.0, series.get(2).launches().get(1).get(5));
    assertEquals(List.of(), rulers.warnings());
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(0, files.count(), "nothing stays in the directory");
    }
  }

  @Test
  void mediansThatMoveByMoreThanATenthAreWarnedOf() {
    assertEquals(List.of(), Rulers.drifts(List.of(ruler("r.cpu", 100, 109))));
    List<String> warnings =
        Rulers.drifts(List.of(ruler("r.cpu", 100, 100), ruler("r.disk", 120, 100)));
    assertEquals(List.of("r.disk changed by 20 % within the run"), warnings);
  }

  @Test
  void theWalkThroughMemoryVisitsMoreThanCachesHold() {
    MemoryRuler ruler = new MemoryRuler();
    Set<Double> seen = new TreeSet<>();
    for (int i = 0; i < 50; i++) {
      assertTrue(seen.add(ruler.work()), "the walk repeats itself");
    }
  }

  @Test
  void theWorkOfTheProcessorDependsOnAllOfIt() {
    assertEquals(new CpuRuler().work(), new CpuRuler().work());
    assertNotEquals(0, new CpuRuler().work());
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsAStorageFailure() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    Rulers rulers = new Rulers(file.resolve("below"), () -> now++);
    assertThrows(StorageException.class, rulers::measure);
  }

  @Test
  void aWatchedSourceIsMeasuredBetweenRulers() throws IOException {
    MachineWatch watch = watch(List.of(ruler("a.B.run", 5)));
    List<Series> series = watch.measure().series();
    assertEquals("a.B.run", series.get(0).benchmark());
    assertEquals(4, series.size());
    assertEquals(2, series.get(3).launches().size());
    assertEquals(Set.of("a.B.run"), watch.benchmarks());
    assertEquals(Optional.empty(), watch.measureMore(Set.of(), 10));
    SeriesKey key = new SeriesKey("a.B.run", new TreeMap<>());
    List<Series> more = watch.measureMore(Set.of(key), 10).orElseThrow().series();
    assertEquals(3, more.get(3).launches().size());
  }

  @Test
  void aSourceThatMeasuresNothingStaysEmpty() throws IOException {
    MeasurementSource.Measurements measured = watch(List.of()).measure();
    assertEquals(List.of(), measured.series());
    assertTrue(measured.environment().size() > 5);
  }
}
