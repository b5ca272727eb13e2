package dev.arborist.adapters.jmh.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.jmh.FreshJvmProbes;
import dev.arborist.adapters.jmh.FreshJvmProbes.Probe;
import dev.arborist.adapters.jmh.Progress;
import dev.arborist.application.port.out.MeasurementSource.Measurements;
import dev.arborist.domain.validation.report.Judge;
import dev.arborist.domain.validation.report.JudgeRules;
import dev.arborist.domain.validation.report.Judgement;
import dev.arborist.domain.validation.report.Outcome;
import dev.arborist.domain.validation.requirement.Metric;
import dev.arborist.domain.validation.requirement.Quantity;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a JVM that leaks, or does not, to the verdict. */
class LeakVerdictTest {

  private static final int BATCHES = 30;
  private static final int OPERATIONS = 1_000;

  /** What each kind of clean operation is run so often by {@code -Dlab=long}. */
  private static final int CAMPAIGN_RUNS = 50;

  private static final List<String> CLEAN = List.of("cache", "garbage", "warmUp", "nothing");

  @TempDir Path directory;

  /** What is lost: 64 B each, 16 B of header and 6 longs, where class pointers are compressed. */
  static final class Lost {

    long first;
    long second;
    long third;
    long fourth;
    long fifth;
    long sixth;
  }

  /** Repeats an operation that its argument names. */
  static final class Program {

    private static final int CACHE_ENTRIES = 12_000;

    private static final List<Object> KEPT = new ArrayList<>();
    private static final Map<Integer, String> CACHE = new LinkedHashMap<>();

    private static int count;

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      new LeakMeter(BATCHES, OPERATIONS, 1, System.out).measure(operation(arguments[0]));
    }

    private static LeakMeter.Operation operation(String name) {
      return switch (name) {
        case "lost" -> () -> KEPT.add(new Lost());
        case "cache" -> Program::fillACache;
        case "garbage" -> Program::makeGarbage;
        case "warmUp" -> Program::compute;
        case "nothing" -> () -> count++;
        default -> throw new IllegalArgumentException(name);
      };
    }

    /** Is full after two fifths of the batches. */
    private static void fillACache() {
      int key = count++ % CACHE_ENTRIES;
      CACHE.computeIfAbsent(key, n -> "entry " + n);
    }

    /** Makes the heap grow until it is collected. */
    private static void makeGarbage() {
      byte[][] garbage = new byte[20][];
      for (int i = 0; i < garbage.length; i++) {
        garbage[i] = new byte[500];
      }
      count += garbage.length;
    }

    /** Is interpreted at first and compiled later. */
    private static void compute() {
      for (int i = 1; i < 50; i++) {
        count += String.format(Locale.ROOT, "%d", i).length();
      }
    }
  }

  private Judgement verdict(String operation) {
    Probe probe =
        new Probe("x.Leak." + operation, Map.of(), Program.class.getName(), List.of(operation), 1);
    FreshJvmProbes probes =
        new FreshJvmProbes(
            List.of(probe),
            List.of("-Xmx96m", "-XX:+UseSerialGC"),
            directory,
            new Progress(line -> {}, InstantSource.system()));
    Measurements measured = probes.measure();
    Requirement requirement =
        new Requirement(
            "NFR001",
            "It keeps nothing",
            "Leak." + operation,
            new TreeMap<>(),
            Metric.parse("leak"),
            Quantity.parse("8 B"),
            null,
            WhenInconclusive.FAIL);
    return new Judge(measured.series(), measured.suspects(), JudgeRules.ONE_LOOK)
        .judge(requirement);
  }

  @Test
  void aLeakOf64BytesAnOperationFailsAndItsClassIsNamed() {
    Judgement judgement = verdict("lost");
    assertEquals(Outcome.FAIL, judgement.outcome(), judgement.reason());
    assertEquals(64, judgement.actual(), 6); // the list grows too
    assertTrue(judgement.reason().contains("LeakVerdictTest$Lost"), judgement.reason());
  }

  @Test
  void whatIsFullOrCompiledOrCollectedIsNoLeak() {
    int runs = "long".equals(System.getProperty("lab")) ? CAMPAIGN_RUNS : 1;
    List<String> alarms = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      for (String operation : CLEAN) {
        Judgement judgement = verdict(operation);
        if (judgement.outcome() != Outcome.PASS) {
          alarms.add(operation + ": " + judgement.reason());
        }
      }
    }
    assertEquals(List.of(), alarms);
  }
}
