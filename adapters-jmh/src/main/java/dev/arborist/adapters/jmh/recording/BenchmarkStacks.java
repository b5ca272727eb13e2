package dev.arborist.adapters.jmh.recording;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Tells which stacks belong to a benchmark, and what in them.
 *
 * <p>A stack belongs to it when it runs the benchmark's method or JMH's loop around it: neither
 * what JMH itself does nor what sets a benchmark up, though JMH calls from its loop what does so
 * before each invocation. What other threads do for the benchmark is not seen.
 */
final class BenchmarkStacks {

  private static final String LOOP = "_jmhStub";
  private static final String GENERATED = "_jmhTest";
  private static final List<String> HARNESS = List.of("org.openjdk.jmh.");
  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private final String type;
  private final String method;

  /**
   * The stacks of one benchmark.
   *
   * @param benchmark its whole name
   */
  BenchmarkStacks(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    type = benchmark.substring(0, Math.max(0, dot));
    method = benchmark.substring(dot + 1);
  }

  /** Whether it was running. */
  boolean isOfBenchmark(@Nullable RecordedStackTrace stack) {
    if (stack == null) {
      return false;
    }
    List<RecordedFrame> frames = stack.getFrames();
    return IntStream.range(0, frames.size())
        .anyMatch(i -> runsBenchmark(frames.get(i)) || loops(frames.get(i), i, frames));
  }

  private boolean runsBenchmark(RecordedFrame frame) {
    return frame.getMethod().getName().equals(method) && typeOf(frame).equals(type);
  }

  /** Whether it is JMH's loop, and what it has called is a benchmark, or JMH's own. */
  private static boolean loops(RecordedFrame frame, int position, List<RecordedFrame> frames) {
    String name = frame.getMethod().getName();
    if (!name.endsWith(LOOP) || !isGenerated(typeOf(frame))) {
      return false;
    }
    if (position == 0) {
      return true;
    }
    RecordedFrame called = frames.get(position - 1);
    return name.startsWith(called.getMethod().getName() + "_") || isHarness(typeOf(called));
  }

  /** The method that was running; empty when it was JMH's. */
  Optional<String> runningMethod(RecordedStackTrace stack) {
    return stack.getFrames().stream()
        .findFirst()
        .filter(frame -> !isHarness(typeOf(frame)))
        .map(frame -> typeOf(frame) + "." + frame.getMethod().getName());
  }

  /** The line outside the JDK that allocated, by whatever it called; empty when it was JMH's. */
  Optional<String> allocatingLine(RecordedStackTrace stack) {
    return stack.getFrames().stream()
        .filter(frame -> !startsWithAny(typeOf(frame), PLATFORM))
        .findFirst()
        .filter(frame -> !isHarness(typeOf(frame)))
        .map(BenchmarkStacks::line);
  }

  private static String line(RecordedFrame frame) {
    String whole = typeOf(frame);
    String simple = whole.substring(whole.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    String file = (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
    return whole
        + "."
        + frame.getMethod().getName()
        + "("
        + file
        + ":"
        + frame.getLineNumber()
        + ")";
  }

  private static boolean isHarness(String typeName) {
    return isGenerated(typeName) || startsWithAny(typeName, HARNESS);
  }

  private static boolean isGenerated(String typeName) {
    return typeName.contains(GENERATED);
  }

  private static boolean startsWithAny(String typeName, List<String> prefixes) {
    return prefixes.stream().anyMatch(typeName::startsWith);
  }

  private static String typeOf(RecordedFrame frame) {
    return frame.getMethod().getType().getName();
  }
}
