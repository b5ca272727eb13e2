package dev.arborist.adapters.jmh.project;

import dev.arborist.adapters.jmh.JmhResultsFile;
import dev.arborist.adapters.jmh.project.Pom.Use;
import dev.arborist.domain.validation.sample.InvalidSamplesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/**
 * What a project has to be measured with, as far as its files tell; nothing of it is run.
 *
 * @param directory its directory
 * @param buildTool what builds it
 * @param jmhVersions the versions of jmh-core that its poms depend on
 * @param isGeneratorDeclared whether a pom names jmh-generator-annprocess
 * @param isProcessorPathNeeded whether that is where compilers do not run it
 * @param benchmarks the benchmarks in its sources, by file
 * @param results the results files that can be read, by path as seen from the directory
 * @param findings what is missing or weak, a sentence each that says what to do
 */
public record JmhProject(
    Path directory,
    BuildTool buildTool,
    SortedSet<String> jmhVersions,
    boolean isGeneratorDeclared,
    boolean isProcessorPathNeeded,
    List<BenchmarkMethod> benchmarks,
    SortedMap<Path, JmhResultsFile> results,
    List<String> findings) {

  /** Keeps its own copies. */
  public JmhProject {
    jmhVersions = Collections.unmodifiableSortedSet(new TreeSet<>(jmhVersions));
    benchmarks = List.copyOf(benchmarks);
    results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
    findings = List.copyOf(findings);
  }

  /**
   * Looks at a project's poms, sources and results.
   *
   * @throws InvalidSamplesException when it is no directory
   */
  public static JmhProject look(Path directory) {
    return look(directory, ProjectFiles.Bounds.USUAL);
  }

  static JmhProject look(Path directory, ProjectFiles.Bounds bounds) {
    if (!Files.isDirectory(directory)) {
      throw new InvalidSamplesException(
          directory + " is no directory: name that of a project, or a file that JMH wrote");
    }
    ProjectFiles files = ProjectFiles.of(directory, bounds);
    BuildTool buildTool = BuildTool.of(directory);
    boolean resultsOnly = buildTool == BuildTool.GRADLE;
    Poms poms = new Poms(resultsOnly ? List.of() : poms(files));
    List<BenchmarkMethod> benchmarks = resultsOnly ? List.of() : benchmarks(files);
    SortedMap<Path, JmhResultsFile> results = results(files);
    List<String> findings = new ArrayList<>();
    if (resultsOnly) {
      findings.add(ProjectAdvice.GRADLE);
    } else {
      findings.addAll(ProjectAdvice.onBuild(poms, benchmarks));
      findings.addAll(ProjectAdvice.onSources(benchmarks, results.isEmpty()));
    }
    findings.addAll(ProjectAdvice.onResults(results, buildTool));
    findings.addAll(ProjectAdvice.shortened(files.findings()));
    return new JmhProject(
        directory,
        buildTool,
        poms.jmhVersions(),
        poms.uses(Use.DEPENDENCY, Poms.GENERATOR) || poms.uses(Use.PROCESSOR, Poms.GENERATOR),
        poms.needsProcessorPath(),
        benchmarks,
        results,
        findings);
  }

  private static List<Pom> poms(ProjectFiles files) {
    List<Pom> poms = new ArrayList<>();
    for (Path file : files.poms()) {
      try {
        poms.add(PomReader.read(files.shown(file), files.content(file)));
      } catch (IOException | XMLStreamException e) {
        files.unread(file, e);
      }
    }
    return poms;
  }

  private static List<BenchmarkMethod> benchmarks(ProjectFiles files) {
    List<BenchmarkMethod> benchmarks = new ArrayList<>();
    for (Path file : files.sources()) {
      try {
        String source = new String(files.content(file), StandardCharsets.UTF_8);
        benchmarks.addAll(BenchmarkScanner.scan(files.shown(file), source));
      } catch (IOException e) {
        files.unread(file, e);
      }
    }
    return benchmarks;
  }

  private static SortedMap<Path, JmhResultsFile> results(ProjectFiles files) {
    SortedMap<Path, JmhResultsFile> results = new TreeMap<>();
    for (Path file : files.results()) {
      try {
        results.put(files.shown(file), JmhResultsFile.read(file));
      } catch (InvalidSamplesException e) {
        files.unread(file, e);
      }
    }
    return results;
  }
}
