package dev.arborist.adapters.jmh.project;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a Maven pom says how benchmarks are built.
 *
 * @param file where it is
 * @param texts the texts directly below the project and its parent, such as {@code version} and
 *     {@code parent/version}
 * @param properties its properties, those of its profiles too
 * @param artifacts the artifacts that it names
 * @param hasProcessorPath whether it tells the compiler where to look for annotation processors
 * @param asksForProcessors whether it tells the compiler to run the processors on the class path
 */
record Pom(
    Path file,
    SortedMap<String, String> texts,
    SortedMap<String, String> properties,
    List<Artifact> artifacts,
    boolean hasProcessorPath,
    boolean asksForProcessors) {

  /** For what an artifact is named. */
  enum Use {
    DEPENDENCY,
    MANAGED,
    PROCESSOR
  }

  /**
   * An artifact, with properties that are not resolved yet.
   *
   * @param use for what it is named
   * @param name its artifact id
   * @param version its version; empty when another place says it
   */
  record Artifact(Use use, String name, String version) {

    boolean is(Use wanted, String artifactId) {
      return use == wanted && name.equals(artifactId);
    }
  }

  /** Keeps its own copies. */
  Pom {
    texts = new TreeMap<>(texts);
    properties = new TreeMap<>(properties);
    artifacts = List.copyOf(artifacts);
  }

  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  boolean names(Use use, String artifactId) {
    return artifacts.stream().anyMatch(artifact -> artifact.is(use, artifactId));
  }
}
