package dev.arborist.adapters.jmh.project;

import dev.arborist.adapters.jmh.Advice;
import dev.arborist.adapters.jmh.JmhResultsFile;
import dev.arborist.adapters.jmh.project.Pom.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is missing or weak in a project, and what to do about it. */
final class ProjectAdvice {

  static final String GRADLE =
      "this is a Gradle project, of which only results files are looked at: measure with the plugin"
          + " me.champeau.jmh and its resultFormat = \"JSON\", fork = 5 and profilers = [\"gc\"]";

  private static final int NAMES_MAX = 3;
  private static final int SENTENCES_MAX = 20;

  private ProjectAdvice() {}

  /** Whether the benchmarks are compiled to what JMH can run. */
  static List<String> onBuild(Poms poms, List<BenchmarkMethod> benchmarks) {
    List<String> sentences = new ArrayList<>();
    SortedSet<String> versions = poms.jmhVersions();
    boolean usesJmh = poms.uses(Use.DEPENDENCY, Poms.CORE);
    if (!usesJmh && !benchmarks.isEmpty()) {
      sentences.add("no pom depends on org.openjdk.jmh:jmh-core: add it, version 1.37 or later");
    }
    if (usesJmh && versions.isEmpty()) {
      sentences.add(
          "the version of jmh-core is not said by the poms in this directory: look at the directory"
              + " of their parent");
    }
    if (versions.size() > 1) {
      sentences.add(
          "the poms depend on different versions of jmh-core ("
              + String.join(", ", versions)
              + "): use one, or results are not comparable");
    }
    boolean isDeclared =
        poms.uses(Use.DEPENDENCY, Poms.GENERATOR) || poms.uses(Use.PROCESSOR, Poms.GENERATOR);
    if (!isDeclared && (usesJmh || !benchmarks.isEmpty())) {
      sentences.add(
          "no pom names jmh-generator-annprocess, so JMH finds no benchmarks: put it in"
              + " annotationProcessorPaths of the maven-compiler-plugin");
    }
    if (poms.needsProcessorPath()) {
      sentences.add(
          "jmh-generator-annprocess is a dependency only, and compilers do not run it from there"
              + " since JDK 23, nor when other processors are named: put it in"
              + " annotationProcessorPaths of the maven-compiler-plugin");
    }
    return sentences;
  }

  /** How the benchmarks are measured, as far as their sources say. */
  static List<String> onSources(List<BenchmarkMethod> benchmarks, boolean nothingMeasured) {
    List<String> sentences = new ArrayList<>();
    if (benchmarks.isEmpty()) {
      sentences.add(
          "no benchmarks were found below src: annotate public methods with"
              + " @org.openjdk.jmh.annotations.Benchmark");
      return sentences;
    }
    name(benchmarks, one -> isForks(one, 0, 0), "run " + Advice.NO_FORK, sentences);
    name(
        benchmarks,
        one -> isForks(one, 1, Advice.FORKS_MIN - 1),
        "are launched " + Advice.FEW_FORKS,
        sentences);
    name(benchmarks, ProjectAdvice::isCold, "are measured " + Advice.NO_WARMUP, sentences);
    boolean sampled =
        benchmarks.stream()
            .flatMap(one -> one.modes().stream())
            .anyMatch(mode -> mode.equals("SampleTime") || mode.equals("All"));
    if (nothingMeasured && !sampled) {
      sentences.add(Advice.NO_SAMPLES);
    }
    return sentences;
  }

  /** How what was measured was measured. */
  static List<String> onResults(SortedMap<Path, JmhResultsFile> results, BuildTool buildTool) {
    if (results.isEmpty()) {
      return List.of(
          "there are no results yet: make them with "
              + (buildTool == BuildTool.GRADLE ? "./gradlew jmh" : Advice.COMMAND)
              + " (bytesPerOp needs the profiler gc)");
    }
    List<String> sentences = new ArrayList<>();
    results.forEach(
        (file, read) -> read.findings().forEach(finding -> sentences.add(file + ": " + finding)));
    return shortened(sentences);
  }

  /** The first of many sentences. */
  static List<String> shortened(List<String> sentences) {
    if (sentences.size() <= SENTENCES_MAX) {
      return sentences;
    }
    List<String> shown = new ArrayList<>(sentences.subList(0, SENTENCES_MAX));
    shown.add("and " + (sentences.size() - SENTENCES_MAX) + " more of this kind");
    return shown;
  }

  private static boolean isForks(BenchmarkMethod benchmark, int from, int to) {
    Integer forks = benchmark.forks();
    return forks != null && forks >= from && forks <= to;
  }

  /** Single shots are taken cold on purpose. */
  private static boolean isCold(BenchmarkMethod benchmark) {
    Iterations warmup = benchmark.warmup();
    Integer count = warmup == null ? null : warmup.count();
    return count != null && count == 0 && !benchmark.modes().equals(List.of("SingleShotTime"));
  }

  private static void name(
      List<BenchmarkMethod> benchmarks,
      Predicate<BenchmarkMethod> weak,
      String what,
      List<String> sentences) {
    List<String> names =
        benchmarks.stream()
            .filter(weak)
            .map(BenchmarkMethod::benchmark)
            .map(ProjectAdvice::last)
            .toList();
    if (!names.isEmpty()) {
      String more = names.size() > NAMES_MAX ? " and " + (names.size() - NAMES_MAX) + " more" : "";
      sentences.add(
          names.stream().limit(NAMES_MAX).collect(Collectors.joining(", "))
              + more
              + " "
              + (names.size() == 1 ? singular(what) : what));
    }
  }

  private static String singular(String what) {
    return what.replaceFirst("^run ", "runs ").replaceFirst("^are ", "is ");
  }

  private static String last(String benchmark) {
    int dot = benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1);
    return benchmark.substring(dot + 1);
  }
}
