package dev.arborist.adapters.jmh.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.report.Profile.Share;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {

  private static final String SELF = FlightRecordingTest.class.getName();
  private static final SeriesKey BENCHMARK =
      new SeriesKey(SELF + ".benchmark", new TreeMap<>(Map.of("n", "5")));

  @TempDir Path directory;

  private volatile double result;
  private volatile Object kept = "";
  private int allocatingLine;

  private void benchmark() {
    result = hot();
    kept = allocate();
  }

  private static double hot() {
    double sum = 0;
    for (int i = 1; i < 200_000; i++) {
      sum += Math.sqrt(i) / i;
    }
    return sum;
  }

  private Object allocate() {
    List<byte[]> all = new ArrayList<>();
    if (allocatingLine == 0) {
      allocatingLine = new Throwable().getStackTrace()[0].getLineNumber() + 3;
    }
    for (int i = 0; i < 20; i++) {
      all.add(new byte[10_000]);
    }
    return all;
  }

  /** What is not part of the benchmark: it works more, and allocates more. */
  private void setUp() {
    result = hot() + hot() + hot();
    kept = new byte[1_000_000];
  }

  /** What JMH makes of a benchmark with a set-up for each invocation. */
  @SuppressWarnings("MemberName") // so are they called
  private static final class Of_jmhTest {

    private Of_jmhTest() {}

    static void benchmark_avgt_jmhStub(FlightRecordingTest benchmark) {
      benchmark.setUp();
      benchmark.benchmark();
    }
  }

  private Profile record(String... events) throws IOException {
    Path file = directory.resolve("test.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      for (String event : events) {
        recording.enable(event).withStackTrace();
      }
      recording.start();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_500);
      while (System.nanoTime() < end) {
        Of_jmhTest.benchmark_avgt_jmhStub(this);
      }
      recording.stop();
      assertTrue(result > 0 && !kept.equals(""));
      recording.dump(file);
    }
    return FlightRecording.read(file, BENCHMARK);
  }

  @Test
  void theHottestMethodAndTheAllocatingLineAreFound() throws IOException {
    Profile profile = record("jdk.ObjectAllocationSample");
    assertEquals(BENCHMARK.benchmark(), profile.benchmark());
    assertEquals(BENCHMARK.params(), profile.params());
    assertTrue(profile.samples() > 0, profile.toString());
    assertEquals(SELF + ".hot", profile.methods().get(0).name());
    assertTrue(profile.methods().get(0).percent() > 50, profile.toString());
    assertAllocatesMostly(profile);
  }

  @Test
  void allocationsAreFoundWithoutTheirSamples() throws IOException {
    assertAllocatesMostly(
        record("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB"));
  }

  private void assertAllocatesMostly(Profile profile) {
    List<String> lines =
        profile.allocations().stream()
            .filter(share -> share.percent() > 40)
            .map(Share::name)
            .toList();
    String line = SELF + ".allocate(FlightRecordingTest.java:" + allocatingLine + ")";
    assertTrue(lines.contains(line), profile + " should name " + line);
    assertTrue(
        profile.allocations().stream().noneMatch(share -> share.name().contains("setUp")),
        profile.toString());
  }

  /** Arrays that fit into no buffer, so each is an event of its own. */
  private static List<byte[]> manyLines() {
    List<byte[]> all = new ArrayList<>();
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    all.add(new byte[20_000_000]);
    return all;
  }

  @Test
  void aProfileListsTenAndAWholeOneEverything() throws IOException {
    Path file = directory.resolve("many.jfr");
    SeriesKey many = new SeriesKey(SELF + ".manyLines", new TreeMap<>());
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ObjectAllocationOutsideTLAB").withStackTrace();
      recording.start();
      kept = manyLines();
      recording.stop();
      recording.dump(file);
    }

    assertEquals(10, FlightRecording.read(file, many).allocations().size());
    assertEquals(11, FlightRecording.readSince(file, many, Instant.EPOCH).allocations().size());
  }

  @Test
  void whatWasBeforeAnInstantIsLeftOut() throws IOException {
    Profile all = record("jdk.ObjectAllocationSample");
    Path file = directory.resolve("test.jfr");

    assertEquals(
        all.samples(), FlightRecording.readSince(file, BENCHMARK, Instant.EPOCH).samples());
    Profile none = FlightRecording.readSince(file, BENCHMARK, Instant.now());
    assertEquals(List.of(), none.methods());
    assertEquals(List.of(), none.allocations());
  }

  @Test
  void whatIsNoRecordingIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(directory.resolve("no.jfr"), "this is no recording of anything");
    var refused = assertThrows(StorageException.class, () -> FlightRecording.read(file, BENCHMARK));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }

  @Test
  void sharesAreOfTheWholeAndEqualOnesOrderedByName() {
    Shares shares = new Shares();
    shares.add("b", 1);
    shares.add("a", 1);
    shares.add("c", 3);
    shares.add("b", 1);
    shares.add("a", 1);
    assertEquals(List.of(new Share("c", 300.0 / 7), new Share("a", 200.0 / 7)), shares.largest(2));
    assertEquals(7, shares.whole());
    assertEquals(List.of(), new Shares().largest(2));
  }
}
