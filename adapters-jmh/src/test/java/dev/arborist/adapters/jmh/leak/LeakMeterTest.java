package dev.arborist.adapters.jmh.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeakMeterTest {

  private static final int BATCHES = 6;
  private static final int OPERATIONS = 2_000;

  /** What is lost: 64 B each, 16 B of header and 6 longs, where class pointers are compressed. */
  private static final int LOST_LONGS = 6;

  /** Measures an operation that its argument names. */
  static final class Probe {

    private static final List<Object> KEPT = new ArrayList<>();

    private Probe() {}

    public static void main(String[] arguments) throws Exception {
      LeakMeter meter = new LeakMeter(BATCHES, OPERATIONS, 2, System.out);
      switch (arguments[0]) {
        case "clean" -> meter.measure(Probe::clean);
        case "lost" -> meter.measure(() -> KEPT.add(new long[LOST_LONGS]));
        case "resources" -> new LeakMeter(1, 3, 1, System.out).measure(Probe::loseResources);
        case "fails" -> meter.measure(Probe::fail);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
      System.exit(0); // threads may have been lost
    }

    private static void clean() {
      Map<Integer, String> map = new TreeMap<>();
      for (int i = 0; i < 50; i++) {
        map.put(i, "value " + i);
      }
      if (map.size() != 50) {
        throw new IllegalStateException(map.toString());
      }
    }

    private static void loseResources() throws IOException, InterruptedException {
      KEPT.add(Files.newInputStream(Path.of(Objects.requireNonNull(System.getProperty("file")))));
      CountDownLatch started = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> {
                started.countDown();
                sleep();
              });
      thread.setDaemon(true);
      thread.start();
      started.await();
    }

    private static void sleep() {
      try {
        Thread.sleep(TimeUnit.MINUTES.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void fail() throws IOException {
      throw new IOException("as told");
    }
  }

  private record Ended(int exitCode, List<String> lines) {

    List<Double> values(String metric) {
      return lines.stream()
          .filter(line -> line.startsWith(metric + " "))
          .map(line -> Double.parseDouble(line.substring(metric.length() + 1)))
          .toList();
    }

    /** Without the first third, in which lazily made things still appear. */
    double bytesPerOperation() {
      List<Double> live = values("live");
      int from = BATCHES / 3;
      return (live.get(BATCHES - 1) - live.get(from)) / ((BATCHES - 1.0 - from) * OPERATIONS);
    }
  }

  private static Ended run(String operation) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Path file = Files.createTempFile("leak", ".txt");
    try {
      Process process =
          new ProcessBuilder(
                  List.of(
                      java,
                      "-Xmx64m",
                      "-XX:+UseSerialGC",
                      "-Dfile=" + file,
                      "-cp",
                      classPath,
                      Probe.class.getName(),
                      operation))
              .redirectError(Redirect.DISCARD)
              .start();
      try (InputStream output = process.getInputStream()) {
        List<String> lines =
            new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        return new Ended(process.waitFor(), lines);
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aLeakOf64BytesAnOperationIsSeenAndItsClassIsNamedFirst() throws Exception {
    Ended ended = run("lost");
    assertTrue(ended.bytesPerOperation() >= 48, ended.lines().toString());
    GrownClass first =
        ended.lines().stream().flatMap(line -> GrownClass.parse(line).stream()).findFirst().get();
    assertEquals("long[]", first.className());
    assertEquals(64.0 * BATCHES * OPERATIONS, (double) first.bytes(), 20_000);
    assertEquals((double) BATCHES * OPERATIONS, (double) first.instances(), 100);
  }

  @Test
  void anOperationThatLosesNothingDoesNotGrow() throws Exception {
    Ended ended = run("clean");
    assertEquals(0, ended.exitCode());
    assertTrue(Math.abs(ended.bytesPerOperation()) <= 8, ended.lines().toString());
    assertEquals(BATCHES, ended.values("live").size());
    assertEquals(2_000.0, ended.values("operations").get(0));
    assertEquals(12_000.0, ended.values("operations").get(BATCHES - 1));
    assertEquals(List.of(0.0), ended.values("counter:threadsLeft"));
    assertEquals(List.of(0.0), ended.values("counter:fileDescriptorsLeft"));
  }

  @Test
  void threadsAndFilesThatAreLeftAreCounted() throws Exception {
    Ended ended = run("resources");
    assertEquals(List.of(3.0), ended.values("counter:threadsLeft"));
    assertEquals(List.of(3.0), ended.values("counter:fileDescriptorsLeft"));
  }

  @Test
  void anOperationThatFailsEndsTheMeasurement() throws Exception {
    Ended ended = run("fails");
    assertEquals(1, ended.exitCode());
    assertEquals(List.of(), ended.lines());
  }

  @Test
  void nothingIsMeasuredInNoBatch() {
    assertThrows(IllegalArgumentException.class, () -> new LeakMeter(0, 1, 1, System.out));
    assertThrows(IllegalArgumentException.class, () -> new LeakMeter(1, 0, 1, System.out));
    assertThrows(IllegalArgumentException.class, () -> new LeakMeter(1, 1, 0, System.out));
  }
}
