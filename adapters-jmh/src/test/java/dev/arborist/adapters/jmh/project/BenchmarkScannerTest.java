package dev.arborist.adapters.jmh.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkScannerTest {

  private static final Path FILE = Path.of("B.java");

  private static List<BenchmarkMethod> scan(String source) {
    return BenchmarkScanner.scan(FILE, source);
  }

  private static List<String> names(String source) {
    return scan(source).stream().map(BenchmarkMethod::benchmark).toList();
  }

  private static final String WHOLE =
      """
      package a.b;

      import org.openjdk.jmh.annotations.*;

      @State(Scope.Thread)
      @Fork(value = 2, jvmArgsAppend = {"-Xmx1g", ")}"})
      @Warmup(iterations = 1_0, time = 500, timeUnit = TimeUnit.MILLISECONDS)
      @BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
      public class B<T extends Comparable<T>> extends Base implements Runnable {
        @Param({"1", "a,\\"b"}) int size = 3;
        @Param(X + "1") public String computed;
        private final Map<String, List<T>> map = new HashMap<>() {{ put("@Benchmark", null); }};
        private final Runnable lambda = () -> { class Local { @Benchmark void no() {} } };

        static { System.out.println("}"); }

        @Setup public void setUp() { if (size > 1) { run(); } }

        @Benchmark
        @Fork(0)
        @Measurement(iterations = N, time = 2)
        public <S> T[] run(Inner state, @Foo({1, 2}) Blackhole hole) throws Exception {
          char brace = '{'; char quote = '\\''; String text = "{ \\" }";
          return new Object() { @Benchmark public void anonymous() {} };
        }

        public @org.openjdk.jmh.annotations.Benchmark int last() { return 1; }

        @State(Scope.Benchmark)
        public static class Inner {
          @org.openjdk.jmh.annotations.Param("7") int depth;
          @Benchmark public void nested() {}
        }
      }
      """;

  @Test
  void benchmarksAreFoundWithWhatTheirSourceSaysOfThem() {
    List<BenchmarkMethod> found = scan(WHOLE);
    assertEquals(
        List.of("a.b.B.run", "a.b.B.last", "a.b.B.Inner.nested"),
        found.stream().map(BenchmarkMethod::benchmark).toList());
    BenchmarkMethod run = found.get(0);
    assertEquals(FILE, run.file());
    assertEquals(22, run.line());
    assertEquals(0, run.forks());
    assertEquals(new Iterations(10, "500 milliseconds"), run.warmup());
    assertEquals(new Iterations(null, "2 seconds"), run.measurement());
    assertEquals(List.of("AverageTime", "SampleTime"), run.modes());
    assertEquals(
        Map.of("size", List.of("1", "a,\"b"), "computed", List.of(), "depth", List.of("7")),
        run.params());
    BenchmarkMethod last = found.get(1);
    assertEquals(2, last.forks());
    assertNull(last.measurement());
    assertNull(found.get(2).forks());
    assertEquals(Map.of("depth", List.of("7")), found.get(2).params());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// @Benchmark public void no() {}\n",
        "/* @Benchmark public void no() {} */",
        "/** {@code @Benchmark public void no() {}} */",
        "String s = \"@Benchmark public void no() {}\";",
        "String s = \"\\\"\"; String t = \"\\\\\"; // \" @Benchmark public void no() {}\n",
        "String s = \"\"\"\n  @Benchmark public void no() {}\n  \\\"\"\" \" }\n  \"\"\";",
        "char c = '\"'; char d = '\\''; char e = '\\u0022';",
        "@BenchmarkMode(Mode.All) public void no() {}",
        "@my.Benchmark public void no() {}",
        "@Benchmark int no;",
        "@Benchmark int no = call();",
        "Object x = (@Benchmark Object) no();",
        "@Deprecated void no() {}",
        "@interface Benchmark { String[] value() default {}; }",
        "int no = a < b ? call() : \"}\".length();",
        "enum E { @Benchmark A(1) { @Benchmark void no() {} }, B { }; }",
        "enum E { A, B }",
        "void no() { @Benchmark int x; new Object() { @Benchmark void no() {} }; }",
        "record R(@Benchmark int no) { R { } @Deprecated R(String s) { this(1); } }",
      })
  void nothingElseIsTakenForABenchmark(String member) {
    assertEquals(
        List.of("B.yes"), names("class B { " + member + " @Benchmark public void yes() {} }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Benchmark() public void yes() {}",
        "@ /* c */ Benchmark public void yes() {}",
        "@org . openjdk.jmh.annotations.\n Benchmark public void yes() {}",
        "\\u0040Benchmark public void yes() {}",
        "public final synchronized @Benchmark List<? extends int[]> yes(int... a) { }",
        "@SuppressWarnings({\"a\", \"b\"}) @Benchmark @A(\"g\") public void yes() {}",
        "@Benchmark abstract void yes();",
      })
  void anAnnotationMayBeWrittenInManyWays(String member) {
    assertEquals(List.of("B.yes"), names("class B { int before; " + member + " int after; }"));
  }

  @Test
  void theMethodsOfAGroupAreOneBenchmark() {
    String read = "@Benchmark @Group(\"rw\") void read() {} ";
    String write = "@Benchmark @Group(\"rw\") void write() {} ";
    assertEquals(
        List.of("B.rw", "B.alone"),
        names("class B { " + read + write + "@Benchmark void alone() {} }"));
  }

  @Test
  void everyKindOfTypeHoldsBenchmarks() {
    String source =
        """
        package p; @Fork(1) sealed interface I permits C { @Benchmark default void a() {} }
        record R<T>(int x, @A({1}) T t) implements I { @Benchmark void b() {} }
        enum E { X, Y(2) {}; @Benchmark void c() {} enum F { ; @Benchmark void d() {} } }
        class O { class P { class Q { @Benchmark void e() {} } } @Benchmark void f() {} }
        """;
    assertEquals(
        List.of("p.I.a", "p.R.b", "p.E.c", "p.E.F.d", "p.O.f", "p.O.P.Q.e"), names(source));
  }

  @Test
  void theBenchmarkOfAnotherLibraryIsNone() {
    String body =
        "class B { @Benchmark void run() {} @org.openjdk.jmh.annotations.Benchmark int ok() {} }";
    assertEquals(List.of("B.ok"), names("import com.google.caliper.Benchmark; " + body));
    assertEquals(
        List.of("B.run", "B.ok"), names("import org.openjdk.jmh.annotations.Benchmark; " + body));
  }

  @Test
  void whatIsNoLiteralIsNotGuessed() {
    BenchmarkMethod run =
        scan("class B { @Fork(FORKS) @Warmup(iterations = 2 * 3) @Benchmark void run() {} }")
            .get(0);
    assertNull(run.forks());
    assertEquals(new Iterations(null, ""), run.warmup());
    assertEquals(List.of(), run.modes());
  }

  @Test
  void aDamagedSourceEndsTheSearchAndNothingElse() {
    for (int length = 0; length <= WHOLE.length(); length++) {
      scan(WHOLE.substring(0, length));
      scan(WHOLE.substring(length) + " Benchmark");
    }
    SplittableRandom random = new SplittableRandom(5);
    String[] pieces = {
      "@",
      "Benchmark",
      "(",
      ")",
      "{",
      "}",
      "\"",
      "'",
      "\\",
      "/*",
      "*/",
      "class",
      " a",
      ";",
      "=",
      ",",
      "\"\"\"",
      "enum",
      "\n",
      ".",
      "record"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder source = new StringBuilder("Benchmark ");
      random.ints(12, 0, pieces.length).forEach(piece -> source.append(pieces[piece]));
      scan(source.toString());
    }
  }

  @Test
  void aDeeplyNestedSourceIsReadWithoutRecursion() {
    String deep = "class A {".repeat(2_000) + "@Benchmark void run(" + "(".repeat(500_000);
    assertEquals(1, scan(deep).size());
  }

  @Test
  void theBenchmarksOfThisProjectAreAllFound() throws IOException {
    Path sources = Path.of("../perf-tests/src");
    assumeTrue(Files.isDirectory(sources), "no benchmarks here");
    long found = 0;
    long lines = 0;
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        found += scan(source).size();
        lines += source.lines().filter(line -> line.strip().equals("@Benchmark")).count();
      }
    }
    assertTrue(lines > 20, lines + " benchmarks");
    assertEquals(lines, found);
  }
}
