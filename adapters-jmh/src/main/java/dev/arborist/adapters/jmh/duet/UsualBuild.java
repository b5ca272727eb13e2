package dev.arborist.adapters.jmh.duet;

import dev.arborist.adapters.jmh.project.BuildTool;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The command that builds a project's benchmarks, when nobody names one: as its shell is given it,
 * in the project's directory.
 */
final class UsualBuild {

  private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<]*?)\\s*</module>");

  private static final Pattern NOT_IN_FORCE =
      Pattern.compile("(?s)<!--.*?-->|<profiles>.*?</profiles>");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  private final Path root;
  private final Path project;

  private UsualBuild(Path root, Path project) {
    this.root = root;
    this.project = project;
  }

  /**
   * The command, if one of Maven or Gradle builds it.
   *
   * @param root of the copy that the project is in
   */
  static Optional<String> of(Path root, Path project) throws IOException {
    return new UsualBuild(root, project).command();
  }

  static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  private Optional<String> command() throws IOException {
    return switch (BuildTool.of(project)) {
      case MAVEN -> Optional.of(wrapper("mvnw", "mvn") + reactor() + " -B -q -DskipTests package");
      case GRADLE -> Optional.of(wrapper("gradlew", "gradle") + " -q --no-daemon jmhJar");
      case UNKNOWN -> Optional.empty();
    };
  }

  /** The nearest wrapper from the project upwards, else the tool itself. */
  private String wrapper(String name, String tool) {
    for (Path place = project;
        place != null && !isWindows() && place.startsWith(root);
        place = place.getParent()) {
      Path wrapper = place.resolve(name);
      if (Files.isRegularFile(wrapper)) {
        String called = quoted(place.equals(project) ? "./" + name : fromProject(wrapper));
        return Files.isExecutable(wrapper) ? called : "sh " + called;
      }
    }
    return tool;
  }

  /**
   * A module is built with the modules beside it that it needs: Maven would take those from the
   * local repository, for both versions the same. Lists of modules in profiles do not count: who
   * builds by one must say so.
   */
  private String reactor() throws IOException {
    Path top = project;
    for (Path above = project.getParent();
        above != null && above.startsWith(root);
        above = above.getParent()) {
      if (names(above, top)) {
        top = above;
      }
    }
    return top.equals(project)
        ? ""
        : " -f "
            + quoted(fromProject(top.resolve("pom.xml")))
            + " -am -pl "
            + quoted(written(top.relativize(project)));
  }

  private static boolean names(Path above, Path module) throws IOException {
    Path pom = above.resolve("pom.xml");
    if (!Files.isRegularFile(pom)) {
      return false;
    }
    String text =
        NOT_IN_FORCE
            .matcher(new String(Files.readAllBytes(pom), StandardCharsets.UTF_8))
            .replaceAll("");
    return MODULE
        .matcher(text)
        .results()
        .map(found -> above.resolve(found.group(1)).normalize())
        .anyMatch(named -> named.equals(module) || isPomOf(module, named));
  }

  private static boolean isPomOf(Path module, Path named) {
    return module.equals(named.getParent()) && Files.isRegularFile(named);
  }

  private String fromProject(Path file) {
    return written(project.relativize(file));
  }

  private static String written(Path relative) {
    return relative.toString().replace(File.separatorChar, '/');
  }

  private static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return isWindows() ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
  }
}
