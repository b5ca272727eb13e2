package dev.arborist.adapters.jmh.recording;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.validation.report.Profile;
import dev.arborist.domain.validation.sample.SeriesKey;
import java.io.IOException;
import java.nio.file.Path;
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

  private static final int LISTED = 10;

  private final BenchmarkStacks stacks;
  private final Shares methods = new Shares();
  private final Shares sampledAllocations = new Shares();
  private final Shares bufferAllocations = new Shares();

  private FlightRecording(BenchmarkStacks stacks) {
    this.stacks = stacks;
  }

  /**
   * Where a benchmark spent its time and its memory.
   *
   * @param file the recording of a JVM that ran it
   * @param benchmark what was run
   * @throws StorageException when the file cannot be read as a recording
   */
  public static Profile read(Path file, SeriesKey benchmark) {
    FlightRecording recording = new FlightRecording(new BenchmarkStacks(benchmark.benchmark()));
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        recording.add(events.readEvent());
      }
    } catch (IOException e) {
      throw new StorageException("cannot read the recording " + file + ": " + e.getMessage(), e);
    }
    return recording.profile(benchmark);
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

  private Profile profile(SeriesKey benchmark) {
    Shares allocations = sampledAllocations.whole() > 0 ? sampledAllocations : bufferAllocations;
    return new Profile(
        benchmark.benchmark(),
        benchmark.params(),
        methods.whole(),
        methods.largest(LISTED),
        allocations.largest(LISTED));
  }
}
