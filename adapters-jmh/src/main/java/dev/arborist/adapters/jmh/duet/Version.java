package dev.arborist.adapters.jmh.duet;

import java.nio.file.Path;
import java.util.List;

/**
 * One version of a project's benchmarks.
 *
 * @param name what it is called in reports
 * @param classPath one jar, or several jars and directories
 */
public record Version(String name, List<Path> classPath) {

  /** Keeps its own copy. */
  public Version {
    classPath = List.copyOf(classPath);
  }

  /** A version that is called what it is. */
  public static Version of(List<Path> classPath) {
    return new Version(ForeignBenchmarks.joined(classPath), classPath);
  }
}
