package dev.arborist.adapters.jmh.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the methods that JMH measures in a Java source. */
final class BenchmarkScanner {

  private static final String BENCHMARK = "Benchmark";
  private static final String JMH_BENCHMARK = "org.openjdk.jmh.annotations.Benchmark";

  private BenchmarkScanner() {}

  /**
   * The benchmarks of a source, in its order.
   *
   * @param file what to call the source
   */
  static List<BenchmarkMethod> scan(Path file, String source) {
    if (!source.contains(BENCHMARK) && !source.contains("\\u")) {
      return List.of();
    }
    JavaTypes read = JavaTypes.of(source);
    boolean foreign =
        read.imports().stream()
            .anyMatch(name -> name.endsWith("." + BENCHMARK) && !name.equals(JMH_BENCHMARK));
    String wanted = foreign ? JMH_BENCHMARK : BENCHMARK;
    List<BenchmarkMethod> found = new ArrayList<>();
    for (JavaType type : read.types()) {
      for (JavaType.Method method : type.methods()) {
        if (method.annotations().stream()
            .anyMatch(one -> one.name().equals(wanted) || one.name().equals(JMH_BENCHMARK))) {
          String name = type.qualifiedName() + "." + name(method, type);
          if (found.stream().noneMatch(other -> other.benchmark().equals(name))) {
            found.add(benchmark(name, file, type, method, read.types()));
          }
        }
      }
    }
    return found;
  }

  /** The methods of a group are one benchmark, for which the first of them stands here. */
  private static String name(JavaType.Method method, JavaType type) {
    return method
        .annotation("Group", type)
        .map(group -> group.texts().stream().findFirst().orElse("group")) // as JMH calls it
        .orElse(method.name());
  }

  private static BenchmarkMethod benchmark(
      String name, Path file, JavaType type, JavaType.Method method, List<JavaType> types) {
    return new BenchmarkMethod(
        name,
        file,
        method.line(),
        method.annotation("BenchmarkMode", type).map(JavaAnnotation::constants).orElse(List.of()),
        number(method, type),
        iterations("Warmup", method, type),
        iterations("Measurement", method, type),
        params(type, method, types));
  }

  private static @Nullable Integer number(JavaType.Method method, JavaType type) {
    JavaAnnotation fork = method.annotation("Fork", type).orElse(null);
    return fork == null ? null : fork.number("value");
  }

  private static @Nullable Iterations iterations(
      String annotation, JavaType.Method method, JavaType type) {
    return method.annotation(annotation, type).map(Iterations::of).orElse(null);
  }

  /** Its class's parameters, and those of the states that it takes. */
  private static SortedMap<String, List<String>> params(
      JavaType type, JavaType.Method method, List<JavaType> types) {
    SortedMap<String, List<String>> params = new TreeMap<>(type.params());
    for (JavaType other : types) {
      if (method.parameters().stream().anyMatch(token -> token.isWord(other.simpleName()))) {
        params.putAll(other.params());
      }
    }
    return params;
  }
}
