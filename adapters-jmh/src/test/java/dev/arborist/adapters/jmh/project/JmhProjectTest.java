package dev.arborist.adapters.jmh.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmhProjectTest {

  private static final String CORE =
      "<dependencies><dependency><groupId>org.openjdk.jmh</groupId>"
          + "<artifactId>jmh-core</artifactId><version>%s</version></dependency></dependencies>";
  private static final String GENERATOR =
      "<dependencies><dependency><artifactId>jmh-generator-annprocess</artifactId>"
          + "<version>1.37</version></dependency></dependencies>";
  private static final String PROCESSORS =
      "<build><plugins><plugin><configuration><annotationProcessorPaths><path>"
          + "<artifactId>%s</artifactId><version>1.37</version></path>"
          + "</annotationProcessorPaths></configuration></plugin></plugins></build>";
  private static final String BUILT = CORE.formatted("1.37") + generated();
  private static final String RESULTS =
      """
      [{"benchmark": "a.B.run", "mode": "avgt", "forks": 1, "warmupIterations": 5,
        "primaryMetric": {"scoreUnit": "us/op", "rawData": [[1.0]]}}]
      """;

  @TempDir Path root;

  private static String generated() {
    return PROCESSORS.formatted("jmh-generator-annprocess");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void pom(String directory, String content) throws IOException {
    write(
        directory + "pom.xml",
        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">" + content + "</project>");
  }

  private void benchmark(String annotations) throws IOException {
    write(
        "src/main/java/a/B.java",
        "package a; class B { @Benchmark " + annotations + " public void run() {} }");
  }

  private JmhProject look() {
    return JmhProject.look(root);
  }

  private static boolean says(JmhProject project, String part) {
    return project.findings().stream().anyMatch(finding -> finding.contains(part));
  }

  private void assertSays(String part) {
    JmhProject project = look();
    assertTrue(says(project, part), project.findings().toString());
  }

  @Test
  void aSoundProjectThatHasMeasuredNothingIsToldHow() throws IOException {
    pom("", BUILT);
    benchmark("@BenchmarkMode(Mode.SampleTime)");
    JmhProject project = look();
    assertEquals(BuildTool.MAVEN, project.buildTool());
    assertEquals(Set.of("1.37"), project.jmhVersions());
    assertTrue(project.isGeneratorDeclared());
    assertFalse(project.isProcessorPathNeeded());
    assertEquals("a.B.run", project.benchmarks().get(0).benchmark());
    assertEquals(
        List.of(
            "there are no results yet: make them with java -jar target/benchmarks.jar -f 5 -prof gc"
                + " -rf json -rff jmh.json (bytesPerOp needs the profiler gc)"),
        project.findings());
  }

  @Test
  void aProjectMayLieInADirectoryOfAnyName() throws IOException {
    root = Files.createDirectory(root.resolve("src"));
    pom("", BUILT);
    benchmark("");
    JmhProject project = look();
    assertEquals(Set.of("1.37"), project.jmhVersions());
    assertTrue(project.isGeneratorDeclared());
    assertEquals(1, project.benchmarks().size());
  }

  @Test
  void theVersionIsResolvedThroughPropertiesOfThePomAndItsParents() throws IOException {
    pom(
        "",
        "<artifactId>top</artifactId><properties><jmh.minor>36</jmh.minor>"
            + "<jmh.version>1.${jmh.minor}</jmh.version></properties>"
            + "<dependencyManagement>"
            + CORE.formatted("${jmh.version}")
            + "</dependencyManagement>");
    assertEquals(Set.of(), look().jmhVersions());
    pom("middle/", "<parent><artifactId>top</artifactId></parent><artifactId>middle</artifactId>");
    pom(
        "middle/perf/",
        "<parent><artifactId>middle</artifactId><relativePath>..</relativePath></parent>"
            + CORE.replace("<version>%s</version>", ""));
    assertEquals(Set.of("1.36"), look().jmhVersions());
    pom(
        "elsewhere/",
        "<parent><artifactId>top</artifactId><relativePath/></parent>"
            + "<properties><jmh.minor>37</jmh.minor></properties>"
            + CORE.formatted("${jmh.version}"));
    JmhProject project = look();
    assertEquals(Set.of("1.36", "1.37"), project.jmhVersions());
    assertTrue(says(project, "different versions of jmh-core (1.36, 1.37)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${nowhere}", "${a}", "${b}", ""})
  void aVersionThatCannotBeToldIsSaid(String version) throws IOException {
    pom("", "<properties><a>${b}${b}</a><b>${a}${a}</b></properties>" + CORE.formatted(version));
    assertEquals(Set.of(), look().jmhVersions());
    assertSays("the version of jmh-core is not said by the poms");
  }

  @Test
  void pomsThatAreTheirOwnParentsEnd() throws IOException {
    pom(
        "",
        "<artifactId>a</artifactId><parent><artifactId>a</artifactId></parent>"
            + CORE.formatted("${x}"));
    assertEquals(Set.of(), look().jmhVersions());
  }

  @Test
  void theProcessorIsNeededWhereCompilersRunIt() throws IOException {
    benchmark("");
    pom("", CORE.formatted("1.37"));
    assertSays("no pom names jmh-generator-annprocess");
    assertFalse(look().isGeneratorDeclared());
    String core = CORE.formatted("1.37");
    pom("", core + GENERATOR);
    assertTrue(look().isGeneratorDeclared());
    assertTrue(look().isProcessorPathNeeded());
    assertSays("since JDK 23");
    pom(
        "",
        core
            + GENERATOR
            + "<properties><maven.compiler.proc>full</maven.compiler.proc></properties>");
    assertFalse(look().isProcessorPathNeeded());
    pom(
        "",
        core + GENERATOR + "<build><arg>-proc:full</arg></build>" + PROCESSORS.formatted("other"));
    assertTrue(look().isProcessorPathNeeded());
    pom("", core + GENERATOR + generated());
    assertFalse(look().isProcessorPathNeeded());
    pom("", "<build><plugins><plugin>" + GENERATOR + "</plugin></plugins></build>");
    assertFalse(look().isGeneratorDeclared());
  }

  @Test
  void benchmarksWithoutJmhAndJmhWithoutBenchmarksAreSaid() throws IOException {
    pom("", "");
    benchmark("");
    assertSays("no pom depends on org.openjdk.jmh:jmh-core");
    Files.delete(root.resolve("src/main/java/a/B.java"));
    pom("", BUILT);
    assertSays("no benchmarks were found below src");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Fork(0) | B.run runs in JMH's own JVM",
        "@Fork(2) | B.run is launched fewer than 3 times",
        "@Warmup(iterations = 0) | B.run is measured without warm-up",
        "@BenchmarkMode(Mode.AverageTime) | p50, p95 and p99 cannot be limited",
      })
  void whatIsWeakInTheSourcesIsNamed(String annotation, String finding) throws IOException {
    pom("", BUILT);
    benchmark("@BenchmarkMode(Mode.SampleTime)");
    assertFalse(says(look(), finding));
    benchmark(annotation);
    assertSays(finding);
  }

  @Test
  void ofManyBenchmarksAFewAreNamed() throws IOException {
    pom("", BUILT);
    StringBuilder methods = new StringBuilder();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      methods.append("@Fork(1) @Benchmark void ").append(name).append("() {}");
    }
    write("src/B.java", "class B {" + methods + "}");
    assertSays("B.a, B.b, B.c and 2 more are launched fewer than 3 times");
  }

  @Test
  void resultsAreFoundAlsoWhereABuildPutsThem() throws IOException {
    pom("", BUILT);
    benchmark("");
    write("target/jmh.json", RESULTS);
    write("build/results/jmh/results.json", RESULTS);
    write("jmh-result-1.json", RESULTS.replace("avgt", "sample"));
    write("results.json", RESULTS);
    write("node_modules/jmh.json", RESULTS);
    write(".git/jmh.json", RESULTS);
    JmhProject project = look();
    assertEquals(
        List.of("build/results/jmh/results.json", "jmh-result-1.json", "target/jmh.json"),
        project.results().keySet().stream().map(Path::toString).toList());
    assertTrue(says(project, "target/jmh.json: 1 of 1 benchmarks were launched fewer than 3"));
    assertTrue(says(project, "target/jmh.json: no single operations"));
    assertFalse(says(project, "jmh-result-1.json: no single operations"));
    assertFalse(says(project, "there are no results"));
  }

  @Test
  void whatABuildMadeIsNoSource() throws IOException {
    pom("", BUILT);
    String source = "class %s { @Benchmark void run() {} }";
    write("target/generated/src/G.java", source.formatted("G"));
    write("build/src/H.java", source.formatted("H"));
    write("other/O.java", source.formatted("O"));
    write("target/classes/pom.xml", "<project>");
    write("src/main/java/build/target/T.java", source.formatted("T"));
    JmhProject project = look();
    assertEquals(
        List.of("T.run"), project.benchmarks().stream().map(BenchmarkMethod::benchmark).toList());
    assertFalse(says(project, "could not be read"), project.findings().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<project>",
        "",
        "<html></html>",
        "<!DOCTYPE project [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><project><version>&e;</version></project>",
        "<!DOCTYPE project [<!ENTITY e \"x\">]><project><version>&e;</version></project>",
      })
  void aPomThatCannotBeReadIsNamed(String text) throws IOException {
    pom("", BUILT);
    write("module/pom.xml", text);
    assertSays("module/pom.xml could not be read: ");
    assertEquals(Set.of("1.37"), look().jmhVersions());
  }

  @Test
  void aPomIsNotReadHoweverDeepItIs() throws IOException {
    write("pom.xml", "<project>" + "<a>".repeat(100_000));
    assertSays("pom.xml could not be read: its elements are nested too deeply");
  }

  @Test
  void resultsThatCannotBeReadAreNamedInOneLine() throws IOException {
    write("jmh-config.json", "{}");
    JmhProject project = look();
    assertEquals(Set.of(), project.results().keySet());
    assertTrue(says(project, "jmh-config.json could not be read: "));
    assertTrue(says(project, "there are no results yet"));
    assertTrue(project.findings().stream().allMatch(one -> one.lines().count() == 1));
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    pom("", BUILT);
    write("src/a/B.java", "class B { @Benchmark void run() {} }");
    Files.createSymbolicLink(root.resolve("src/loop"), root);
    Files.createSymbolicLink(root.resolve("src/C.java"), root.resolve("src/a/B.java"));
    write("real.json", RESULTS);
    Files.createSymbolicLink(root.resolve("jmh.json"), root.resolve("real.json"));
    JmhProject project = look();
    assertEquals(1, project.benchmarks().size());
    assertEquals(Set.of(), project.results().keySet());
  }

  @Test
  void ofAGradleProjectOnlyResultsAreLookedAt() throws IOException {
    write("build.gradle.kts", "plugins { }");
    write("src/jmh/java/B.java", "class B { @Benchmark void run() {} }");
    JmhProject project = look();
    assertEquals(BuildTool.GRADLE, project.buildTool());
    assertEquals(List.of(), project.benchmarks());
    assertEquals(2, project.findings().size(), project.findings().toString());
    assertTrue(says(project, "this is a Gradle project, of which only results files"));
    assertTrue(says(project, "there are no results yet: make them with ./gradlew jmh"));
    write("build/results/jmh/results.json", RESULTS);
    assertEquals(1, look().results().size());
    pom("", BUILT);
    assertEquals(BuildTool.MAVEN, look().buildTool());
  }

  @Test
  void whatIsTooMuchIsSaid() throws IOException {
    pom("", BUILT);
    for (int i = 0; i < 30; i++) {
      write("src/B" + i + ".java", "class B" + i + " { @Benchmark void run() {} }" + " ".repeat(i));
    }
    write("jmh-1.json", RESULTS);
    write("jmh-2.json", RESULTS);
    JmhProject few = JmhProject.look(root, new ProjectFiles.Bounds(10, 1_000, 1_000));
    assertTrue(says(few, "only the first 10 files and directories were looked at"));
    JmhProject small = JmhProject.look(root, new ProjectFiles.Bounds(100, 45, RESULTS.length()));
    assertTrue(says(small, "src/B10.java could not be read: it is larger than 45 bytes"));
    assertTrue(says(small, "jmh-2.json was not looked at: the results files are larger than"));
    assertTrue(says(small, " more of this kind"));
    assertEquals(1, small.results().size());
    assertFalse(small.benchmarks().isEmpty());
    assertFalse(says(look(), "only the first"));
  }

  @Test
  void aProjectIsADirectory() throws IOException {
    write("jmh.json", RESULTS);
    assertThrows(InvalidSamplesException.class, () -> JmhProject.look(root.resolve("jmh.json")));
    assertThrows(InvalidSamplesException.class, () -> JmhProject.look(root.resolve("none")));
  }

  @Test
  void thisProjectIsUnderstood() {
    Path house = Path.of("..");
    assumeTrue(Files.exists(house.resolve("perf-tests/pom.xml")));
    JmhProject project = JmhProject.look(house);
    assertEquals(1, project.jmhVersions().size());
    assertTrue(project.isGeneratorDeclared());
    assertFalse(project.isProcessorPathNeeded());
    assertTrue(project.benchmarks().size() > 20);
  }
}
