package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.duet.PairedBenchmark;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of a project that copies its jar of benchmarks from beside its repository. */
class VersionBuilderTest {

  private static final String BUILD =
      "mkdir -p target && cp ../jars/$(cat version).jar target/benchmarks.jar";

  @TempDir static Path jars;
  @TempDir Path directory;
  private Path project;
  private GitRepository repository;
  private final List<String> told = new ArrayList<>();

  @BeforeAll
  static void buildJars() throws IOException {
    for (String name : List.of("first", "second", "third")) {
      String method = "@Benchmark public int " + name + "() { return 1; }";
      ForeignJar.of(jars, name, "Gate", ForeignJar.source("Gate", method));
    }
  }

  @BeforeEach
  void commitTwoVersions() throws Exception {
    project = directory.resolve("a project");
    repository = new GitRepository(project);
    Files.writeString(project.resolve(".gitignore"), "/target/\n");
    commit("first");
    repository.git("tag", "v1");
    commit("second");
  }

  private void commit(String version) throws Exception {
    Files.writeString(project.resolve("version"), version);
    repository.commit(version);
  }

  private static String build(String how) {
    return how.replace("../jars", "'" + jars + "'");
  }

  private VersionBuilder builder(Path place, String command, String benchmarks) {
    return new VersionBuilder(
        new VersionBuilder.Settings(place, build(command), benchmarks), told::add);
  }

  private static String benchmarks(Version version) {
    return ForeignBenchmarks.of(
            Side.BASELINE, version.classPath(), Pattern.compile(""), new TreeMap<>())
        .stream()
        .map(PairedBenchmark::benchmark)
        .collect(Collectors.joining(" "));
  }

  @Test
  void commitsAndTheWorkTreeAreBuiltApart() throws Exception {
    String hash = repository.git("rev-parse", "--short=10", "v1");
    Files.writeString(project.resolve("version"), "third"); // not committed

    Version work;
    try (VersionBuilder builder = builder(project, BUILD, "")) {
      Version tagged = builder.build("v1");
      Version head = builder.build("main");
      work = builder.buildWorkTree();

      assertEquals("foreign.Gate.first", benchmarks(tagged));
      assertEquals("foreign.Gate.second", benchmarks(head));
      assertEquals("foreign.Gate.third", benchmarks(work));
      assertEquals("v1 (" + hash + ")", tagged.name());
      assertEquals("the work tree", work.name());
      assertEquals("building v1 (" + hash + "): " + build(BUILD), told.get(0));
    }
    assertFalse(Files.exists(work.classPath().get(0)));
  }

  @Test
  void whatGitDoesNotKnowIsBuiltAndWhatItIgnoresIsNot() throws Exception {
    Files.writeString(project.resolve("other"), "third");
    Files.createDirectories(project.resolve("target"));
    Files.writeString(project.resolve("target/stale.jar"), "");

    try (VersionBuilder builder =
        builder(project, "test ! -e target && cp other version && " + BUILD, "")) {
      assertEquals("foreign.Gate.third", benchmarks(builder.buildWorkTree()));
    }
  }

  @Test
  void whatIsIgnoredAndWasAddedAllTheSameIsBuilt() throws Exception {
    Files.createDirectories(project.resolve("target"));
    Files.writeString(project.resolve("target/forced"), "third");
    repository.git("add", "--force", "target/forced");

    try (VersionBuilder builder = builder(project, "cp target/forced version && " + BUILD, "")) {
      assertEquals("foreign.Gate.third", benchmarks(builder.buildWorkTree()));
    }
  }

  @Test
  void theRepositoryStaysAsItIs() throws Exception {
    Files.writeString(project.resolve("version"), "third");
    Files.writeString(project.resolve("other"), "new");
    String before = state();

    try (VersionBuilder builder = builder(project, BUILD, "")) {
      builder.build("main");
      builder.buildWorkTree();
    }

    assertEquals(before, state());
  }

  /** Every file of the project and of its repository, with its length. */
  private String state() throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> project.relativize(file) + " " + file.toFile().length())
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void aProjectBelowTheRootOfItsRepositoryIsBuiltThere() throws Exception {
    Path below = Files.createDirectories(project.resolve("below"));
    Files.writeString(below.resolve("version"), "third");

    try (VersionBuilder builder = builder(below, BUILD, "target/benchmarks.jar")) {
      assertEquals("foreign.Gate.third", benchmarks(builder.buildWorkTree()));
    }
  }

  @Test
  void aBuildToolIsFoundByItsFile() throws Exception {
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Path wrapper = project.resolve("mvnw");
    Files.writeString(wrapper, "#!/bin/sh\necho \"$@\" > arguments\n" + build(BUILD) + "\n");
    assertTrue(wrapper.toFile().setExecutable(true));

    try (VersionBuilder builder = builder(project, "", "")) {
      Version version = builder.buildWorkTree();

      assertEquals("foreign.Gate.second", benchmarks(version));
      assertEquals(
          "-B -q -DskipTests package",
          Files.readString(version.classPath().get(0).resolve("../../arguments").normalize())
              .strip());
    }
  }

  /** Else Maven takes the modules beside it from the local repository, the same for both. */
  @Test
  void aModuleIsBuiltWithTheModulesThatItNeeds() throws Exception {
    Path module = Files.createDirectories(project.resolve("tools/my benchmarks"));
    Files.writeString(
        project.resolve("pom.xml"), "<modules><module> tools/my benchmarks/ </module></modules>");
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    Files.writeString(module.resolve("version"), "third");
    Files.writeString( // without the bit that lets it be run
        project.resolve("mvnw"), "printf '%s\\n' \"$@\" > arguments\n" + build(BUILD) + "\n");

    try (VersionBuilder builder = builder(module, "", "")) {
      Version version = builder.buildWorkTree();

      assertEquals("foreign.Gate.third", benchmarks(version));
      assertEquals(
          List.of(
              "-f",
              "../../pom.xml",
              "-am",
              "-pl",
              "tools/my benchmarks",
              "-B",
              "-q",
              "-DskipTests",
              "package"),
          Files.readAllLines(version.classPath().get(0).resolve("../../arguments").normalize()));
      assertEquals(
          "building the work tree: sh ../../mvnw -f ../../pom.xml -am -pl 'tools/my benchmarks'"
              + " -B -q -DskipTests package",
          told.get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"./benchmarks", "benchmarks/pom.xml", "core/../benchmarks/"})
  void aModuleMayBeNamedInAnyOfMavensWays(String name) throws Exception {
    Path module = Files.createDirectories(project.resolve("benchmarks"));
    Files.writeString(
        project.resolve("pom.xml"), "<module>core</module><module>" + name + "</module>");
    Files.writeString(module.resolve("pom.xml"), "<project/>");

    assertEquals(
        "mvn -f ../pom.xml -am -pl benchmarks -B -q -DskipTests package",
        UsualBuild.of(project, module).orElseThrow());
  }

  @Test
  void aProjectThatNoModuleListNamesIsBuiltByItself() throws Exception {
    Path module = Files.createDirectories(project.resolve("benchmarks"));
    Files.writeString(project.resolve("pom.xml"), "<modules><module>core</module></modules>");
    Files.writeString(module.resolve("pom.xml"), "<project/>");

    assertEquals("mvn -B -q -DskipTests package", UsualBuild.of(project, module).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- <module>benchmarks</module> -->",
        "<profiles><profile><module>benchmarks</module></profile></profiles>"
      })
  void aModuleListThatIsNotInForceNamesNothing(String pom) throws Exception {
    Path module = Files.createDirectories(project.resolve("benchmarks"));
    Files.writeString(project.resolve("pom.xml"), pom);
    Files.writeString(module.resolve("pom.xml"), "<project/>");

    assertEquals("mvn -B -q -DskipTests package", UsualBuild.of(project, module).orElseThrow());
  }

  @Test
  void aCommitWithoutTheDirectoryHasNothingToBuild() throws Exception {
    Path below = Files.createDirectories(project.resolve("below"));
    Files.writeString(below.resolve("pom.xml"), "<project/>");

    try (VersionBuilder builder = builder(below, "", "")) {
      assertTrue(
          refusal(builder, it -> it.build("v1")).contains("has no pom.xml and no build.gradle"));
    }
  }

  /** As continuous integration checks out, then fetches what it compares with. */
  @Test
  void aShallowCheckoutIsEnough() throws Exception {
    Path shallow = directory.resolve("shallow");
    repository.git("clone", "--quiet", "--depth=1", "file://" + project, shallow.toString());
    GitRepository clone = new GitRepository(shallow);
    clone.git("fetch", "--quiet", "--depth=1", "origin", "v1:refs/remotes/origin/old");
    Files.writeString(shallow.resolve("version"), "third");
    clone.git("add", "version");

    try (VersionBuilder builder = builder(shallow, BUILD, "")) {
      assertEquals("foreign.Gate.first", benchmarks(builder.build("origin/old")));
      assertEquals("foreign.Gate.second", benchmarks(builder.build("HEAD")));
      assertEquals("foreign.Gate.third", benchmarks(builder.buildWorkTree()));
    }
  }

  @Test
  void submodulesThatAreLeftEmptyAreTold() throws Exception {
    GitRepository library = new GitRepository(directory.resolve("library"));
    Files.writeString(directory.resolve("library/code"), "code");
    library.commit("code");
    repository.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        "file://" + directory.resolve("library"),
        "lib/a b");
    commit("third");

    try (VersionBuilder builder = builder(project, BUILD, "")) {
      assertEquals("foreign.Gate.third", benchmarks(builder.build("main")));
      assertEquals(
          "submodules are left empty: lib/a b; a --build that needs them begins with 'git submodule"
              + " update --init'",
          told.get(0));
    }
  }

  @Test
  void whatDoesNotBuildIsSaidWithItsLastLines() {
    try (VersionBuilder builder = builder(project, "echo no such symbol: ü; exit 3", "")) {
      assertEquals(
          "the build of the work tree ended with exit code 3: echo no such symbol: ü; exit 3",
          refusal(builder, VersionBuilder::buildWorkTree));
      assertEquals("no such symbol: ü", told.get(1));
    }
  }

  @Test
  void aVersionNeedsOneJarOfBenchmarks() {
    try (VersionBuilder builder = builder(project, "true", "")) {
      assertEquals(
          "what was built of the work tree has no jar that holds benchmarks and JMH; name the jar"
              + " or the class path",
          refusal(builder, VersionBuilder::buildWorkTree));
    }
    try (VersionBuilder builder = builder(project, BUILD + " && cp -r target other", "")) {
      assertEquals(
          "what was built of the work tree has more than one jar with benchmarks:"
              + " other/benchmarks.jar, target/benchmarks.jar; name the jar or the class path",
          refusal(builder, VersionBuilder::buildWorkTree));
    }
  }

  /** Builds that shade leave the jar without its libraries beside the one with them. */
  @Test
  void aJarThatDoesNotHoldJmhIsNotTaken() throws IOException {
    Path thin = jars.resolve("thin.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(thin))) {
      out.putNextEntry(new JarEntry("META-INF/BenchmarkList"));
    }
    Files.writeString(project.resolve("text.jar"), "no jar");

    try (VersionBuilder builder = builder(project, BUILD + " && cp ../jars/thin.jar target", "")) {
      assertEquals("foreign.Gate.second", benchmarks(builder.buildWorkTree()));
    }
  }

  @Test
  void withoutABuildToolTheCommandMustBeNamed() {
    try (VersionBuilder builder = builder(project, "", "")) {
      assertEquals(
          "the work tree has no pom.xml and no build.gradle: name the command that builds it",
          refusal(builder, VersionBuilder::buildWorkTree));
    }
  }

  @Test
  void aNameThatIsNoCommitIsRefused() {
    try (VersionBuilder builder = builder(project, BUILD, "")) {
      for (String ref : List.of("nowhere", "--all", "HEAD:version")) {
        assertTrue(
            refusal(builder, it -> it.build(ref)).startsWith("'" + ref + "' is no commit of "),
            ref);
      }
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aDirectoryOutsideOfGitIsRefused() {
    String message =
        assertThrows(InvalidSamplesException.class, () -> builder(directory, BUILD, ""))
            .getMessage();

    assertTrue(message.startsWith(directory + " is in no Git checkout: "), message);
  }

  private static String refusal(VersionBuilder builder, Function<VersionBuilder, Version> attempt) {
    return assertThrows(InvalidSamplesException.class, () -> attempt.apply(builder)).getMessage();
  }
}
