package dev.arborist.determinism.mutation;

import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Code that is mutated, and the tests that must notice.
 *
 * @param name what it is called in the report
 * @param module the module that it belongs to
 * @param classes patterns of its classes, as PIT reads them
 * @param tests patterns of its tests
 * @param testModules the modules that hold them
 */
record MutatedCode(
    String name, String module, String classes, String tests, List<String> testModules) {

  private static final String PIT = "org.pitest.mutationtest.commandline.MutationCoverageReport";
  private static final int HOURS = 3_600;

  /** Shadows JSpecify's, of which nothing is left after compilation then. */
  private static final String NULLABLE =
      """
      package org.jspecify.annotations;

      import java.lang.annotation.ElementType;
      import java.lang.annotation.Retention;
      import java.lang.annotation.RetentionPolicy;
      import java.lang.annotation.Target;

      @Target(ElementType.TYPE_USE)
      @Retention(RetentionPolicy.SOURCE)
      public @interface Nullable {}
      """;

  /** A package of domain and its own tests. */
  static MutatedCode ofDomain(String name, String subpackage) {
    String all = "dev.arborist.domain." + subpackage + ".*";
    return new MutatedCode(name, "domain", all, all, List.of("domain"));
  }

  /** Mutates it, and returns what became of each mutant. */
  Mutants mutate(Path directory) throws Exception {
    Path classesDirectory = Files.createDirectories(directory.resolve("classes"));
    compile(classesDirectory);
    List<String> path = new ArrayList<>(List.of(classesDirectory.toString()));
    testModules.forEach(holder -> path.add(Path.of("..", holder, "target/test-classes") + ""));
    FreshJvm.Result result =
        new FreshJvm(Class.forName(PIT), options(directory, path))
            .before(Path.of(String.join(File.pathSeparator, path)))
            .withoutLaboratory()
            .timeoutSeconds(2 * HOURS)
            .run();
    Path csv = directory.resolve("mutations.csv");
    Violation.unless(result.exitCode() == 0 && Files.exists(csv), name + ": " + result.output());
    return Mutants.read(csv);
  }

  private String[] options(Path directory, List<String> path) {
    return new String[] {
      "--reportDir=" + directory,
      "--targetClasses=" + classes,
      "--targetTests=" + tests,
      "--classPath=" + String.join(",", path),
      "--mutableCodePaths=" + path.get(0),
      "--sourceDirs=" + Path.of("..", module, "src/main/java"),
      "--excludedTestClasses=*CampaignTest", // of many minutes for each mutant
      "--outputFormats=XML,CSV",
      "--timestampedReports=false",
      "--mutators=DEFAULTS",
      "--verbosity=NO_SPINNER",
      "--threads=2",
    };
  }

  /**
   * Compiles the module without annotations of types: no JVM takes another version of a record
   * whose components have them, and PIT calls that a mutant that was found.
   */
  private void compile(Path output) throws IOException {
    Path shadow = output.resolveSibling("Nullable.java");
    Files.writeString(shadow, NULLABLE);
    List<Path> sources = new ArrayList<>(List.of(shadow));
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-g",
              "-proc:none",
              "-nowarn",
              "--release",
              "17",
              "-d",
              output.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  errors, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      Violation.unless(compiled, module + " cannot be compiled: " + errors);
    }
  }
}
