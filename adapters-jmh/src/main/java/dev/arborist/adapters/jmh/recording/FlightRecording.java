package dev.arborist.adapters.jmh.recording;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads a recording of JDK Flight Recorder, event by event.
 *
 * <p>Time is told by {@code jdk.ExecutionSample}, which sees threads that run Java: time in native
 * code, such as that of SQLite, and time spent waiting are not in it. Allocations are told by
 * {@code jdk.ObjectAllocationSample}, and by the events of allocation buffers where these were not
 * recorded.
 */
public final class FlightRecording {

  /** How often a JVM looks where its threads are. */
  public static final Duration PERIOD = Duration.ofMillis(5);

  private static final int LISTED = 10;

  /** Deep enough to see the benchmark below what it calls; the default is 64. */
  private static final String STACK_DEPTH = "-XX:FlightRecorderOptions=stackdepth=256";

  private final BenchmarkStacks stacks;
  private final Shares methods = new Shares();
  private final Shares sampledAllocations = new Shares();
  private final Shares bufferAllocations = new Shares();

  private FlightRecording(BenchmarkStacks stacks) {
    this.stacks = stacks;
  }

  /**
   * The flags by which a JVM records itself until it ends. Compiled code remembers its methods
   * between safepoints too: else time is told of a method next to the one that runs.
   *
   * @param file where the recording is to be; there must be none
   */
  public static List<String> flags(Path file) {
    return List.of(
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+DebugNonSafepoints",
        STACK_DEPTH,
        "-XX:StartFlightRecording=dumponexit=true,settings=profile,jdk.ExecutionSample#period="
            + PERIOD.toMillis()
            + "ms,filename=\""
            + file
            + "\"");
  }

  /** Whether this JVM can record, and read recordings: not every one has that part of the JDK. */
  public static boolean isAvailable() {
    return ModuleLayer.boot().findModule("jdk.jfr").isPresent();
  }

  /**
   * Where a benchmark spent most of its time and its memory: the largest shares.
   *
   * @param file the recording of a JVM that ran it
   * @param benchmark what was run
   * @throws StorageException when the file cannot be read as a recording
   */
  public static Profile read(Path file, SeriesKey benchmark) {
    return read(file, benchmark, Instant.MIN, LISTED);
  }

  /**
   * Where a benchmark spent its time and its memory since an instant: every share.
   *
   * @param file the recording of a JVM that ran it
   * @param benchmark what was run
   * @param begin of what counts: what was recorded before is left out
   * @throws StorageException when the file cannot be read as a recording
   */
  public static Profile readSince(Path file, SeriesKey benchmark, Instant begin) {
    return read(file, benchmark, begin, Integer.MAX_VALUE);
  }

  private static Profile read(Path file, SeriesKey benchmark, Instant begin, int listed) {
    FlightRecording recording = new FlightRecording(new BenchmarkStacks(benchmark.benchmark()));
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (!event.getStartTime().isBefore(begin)) {
          recording.add(event);
        }
      }
    } catch (IOException e) {
      throw new StorageException("cannot read the recording " + file + ": " + e.getMessage(), e);
    }
    return recording.profile(benchmark, listed);
  }

  private void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> addSample(event);
      case "jdk.ObjectAllocationSample" -> addAllocation(sampledAllocations, event, "weight");
      case "jdk.ObjectAllocationInNewTLAB" -> addAllocation(bufferAllocations, event, "tlabSize");
      case "jdk.ObjectAllocationOutsideTLAB" ->
          addAllocation(bufferAllocations, event, "allocationSize");
      default -> {} // a recording holds much else
    }
  }

  private void addSample(RecordedEvent event) {
    RecordedStackTrace stack = event.getStackTrace();
    if (stacks.isOfBenchmark(stack)) {
      stacks.runningMethod(stack).ifPresent(name -> methods.add(name, 1));
    }
  }

  private void addAllocation(Shares allocations, RecordedEvent event, String bytes) {
    RecordedStackTrace stack = event.getStackTrace();
    if (stacks.isOfBenchmark(stack)) {
      stacks.allocatingLine(stack).ifPresent(line -> allocations.add(line, event.getLong(bytes)));
    }
  }

  private Profile profile(SeriesKey benchmark, int listed) {
    Shares allocations = sampledAllocations.whole() > 0 ? sampledAllocations : bufferAllocations;
    return new Profile(
        benchmark.benchmark(),
        benchmark.params(),
        methods.whole(),
        methods.largest(listed),
        allocations.largest(listed));
  }
}
