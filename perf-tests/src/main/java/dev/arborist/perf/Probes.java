package dev.arborist.perf;

import dev.arborist.adapters.jmh.FreshJvmProbes.Probe;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What of the suite is measured by programs of its own, each in fresh JVMs. */
final class Probes implements AutoCloseable {

  private static final int REPETITIONS = 10;
  private static final int BULK = 100_000;

  /** Counts are exact; the second launch shows that they are. */
  private static final int COUNTING_LAUNCHES = 2;

  /** What is far from its limit needs few. */
  private static final int FEW_LAUNCHES = 3;

  /**
   * The property that names the launcher; from the directory of this module it is found without.
   */
  static final String LAUNCHER = "perf.launcher";

  private static final int STARTED = 100;
  private static final int STAGED_MAX = 1_000;
  private static final int[] MEMORY_SIZES = {100, 1_000, 10_000};
  private static final List<String> COUNTED =
      List.of(
          "enqueue",
          "claim",
          "complete",
          "enqueueWithTen",
          "completeWithTen",
          "link",
          "rawEnqueue",
          "rawClaim",
          "rawComplete");

  private final PerfProfile profile;
  private final List<BenchmarkQueue> filled = new ArrayList<>();

  Probes(PerfProfile profile) {
    this.profile = profile;
  }

  /** All of them; queues are in the directory. */
  List<Probe> all(Path prepared) {
    Path bulk = PreparedQueue.prepare(prepared, BULK);
    List<Probe> probes = new ArrayList<>(memory());
    for (String operation : List.of("layout", "render", "concurrentEnqueues")) {
      probes.add(
          probe(DeterminismProbe.class, operation, 1, operation, String.valueOf(REPETITIONS)));
    }
    probes.add(probe(ContendedProbe.class, "claimComplete", profile.launches));
    probes.add(
        probe(BulkProbe.class, "importTasks", profile.launches, "import", String.valueOf(BULK)));
    probes.add(probe(BulkProbe.class, "doctor", FEW_LAUNCHES, "doctor", bulk.toString()));
    for (String operation : List.of("enqueue", "claimComplete")) {
      probes.add(probe(OverheadProbe.class, operation, profile.launches, operation));
    }
    for (String operation : List.of("queue", "open", "tree", "render")) {
      probes.add(probe(LeakProbe.class, operation, 1, operation));
    }
    probes.addAll(trees(prepared));
    probes.add(probe(TuiProbe.class, "change", COUNTING_LAUNCHES, "change"));
    probes.addAll(starts(prepared));
    for (String operation : COUNTED) {
      probes.add(probe(CounterProbe.class, operation, COUNTING_LAUNCHES, operation));
    }
    return probes;
  }

  private List<Probe> trees(Path prepared) {
    List<Probe> probes = new ArrayList<>();
    for (int size : profile.treeSizes()) {
      String nodes = String.valueOf(size);
      for (Shape shape : Shape.values()) {
        Map<String, String> params = Map.of("shape", shape.name(), "nodes", nodes);
        List<String> arguments = List.of(shape.name(), nodes);
        probes.add(probe(KeyProbe.class, "frame", params, arguments));
        if (shape == Shape.RANDOM || size > BULK) { // of smaller trees one shape is required
          probes.add(probe(RenderProbe.class, "render", params, arguments));
        }
      }
      String file = PreparedQueue.prepare(prepared, size).toString();
      Map<String, String> params = Map.of("nodes", nodes);
      probes.add(probe(FirstFrameProbe.class, "open", params, List.of(file)));
      for (String measured : List.of("first", "key", "idle")) {
        probes.add(probe(TuiProbe.class, measured, params, List.of(measured, file)));
      }
    }
    return probes;
  }

  private List<Probe> starts(Path prepared) {
    String launcher = System.getProperty(LAUNCHER, "../bin/arborist");
    String queue = PreparedQueue.prepare(prepared, STARTED).toString();
    return Stream.of(StartUpProbe.PREPARED, StartUpProbe.BARE)
        .map(
            from ->
                new Probe(
                    StartUpProbe.class.getName() + ".tree",
                    Map.of("from", from, "tasks", String.valueOf(STARTED)),
                    StartUpProbe.class.getName(),
                    List.of(launcher, from, queue),
                    profile.launches))
        .toList();
  }

  private static Probe probe(
      Class<?> program, String operation, Map<String, String> params, List<String> arguments) {
    return new Probe(
        program.getName() + "." + operation, params, program.getName(), arguments, FEW_LAUNCHES);
  }

  private static Probe probe(
      Class<?> program, String operation, int launches, String... arguments) {
    return new Probe(
        program.getName() + "." + operation,
        Map.of(),
        program.getName(),
        List.of(arguments),
        launches);
  }

  /** The queues are filled here, so that the measured JVM has only read. */
  private List<Probe> memory() {
    List<Probe> probes = new ArrayList<>();
    for (int size : MEMORY_SIZES) {
      BenchmarkQueue queue = BenchmarkQueue.filledBy(new Workload(Shape.RANDOM, size, 1));
      filled.add(queue);
      probes.add(
          new Probe(
              MemoryProbe.class.getName() + ".tree",
              Map.of("tasks", String.valueOf(size)),
              MemoryProbe.class.getName(),
              List.of(queue.file().toString()),
              profile.launches));
      if (size <= STAGED_MAX) {
        probes.add(
            probe(
                StageProbe.class,
                "tree",
                Map.of("tasks", String.valueOf(size)),
                List.of(queue.file().toString())));
      }
    }
    return probes;
  }

  /** Deletes the queues that were filled here. */
  @Override
  public void close() {
    filled.forEach(BenchmarkQueue::close);
  }
}
