package dev.arborist.adapters.jmh.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What builds a project, by the files at its root. */
public enum BuildTool {
  /** There is a pom.xml. */
  MAVEN,
  /** There is a build file of Gradle, and no pom.xml. */
  GRADLE,
  /** Neither. */
  UNKNOWN;

  private static final List<String> GRADLE_FILES =
      List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

  /** What builds the project in a directory. */
  public static BuildTool of(Path directory) {
    if (Files.isRegularFile(directory.resolve("pom.xml"))) {
      return MAVEN;
    }
    return GRADLE_FILES.stream().anyMatch(name -> Files.isRegularFile(directory.resolve(name)))
        ? GRADLE
        : UNKNOWN;
  }
}
