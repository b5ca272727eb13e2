package dev.arborist.adapters.jmh.project;

import dev.arborist.adapters.jmh.project.Pom.Artifact;
import dev.arborist.adapters.jmh.project.Pom.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All poms of a tree of directories, and what they say together. */
final class Poms {

  static final String CORE = "jmh-core";
  static final String GENERATOR = "jmh-generator-annprocess";

  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)}");
  private static final int SUBSTITUTIONS_MAX = 20;
  private static final int LENGTH_MAX = 200;
  private static final int ANCESTORS_MAX = 20;

  private final List<Pom> poms;
  private final SortedMap<Path, Pom> byFile = new TreeMap<>();

  /** These poms, whose files are named as seen from one directory. */
  Poms(List<Pom> poms) {
    this.poms = List.copyOf(poms);
    poms.forEach(pom -> byFile.put(pom.file().normalize(), pom));
  }

  /** Whether a pom uses this artifact. */
  boolean uses(Use use, String artifactId) {
    return poms.stream().anyMatch(pom -> pom.names(use, artifactId));
  }

  /** The versions of jmh-core that are depended on and can be told from these poms. */
  NavigableSet<String> jmhVersions() {
    NavigableSet<String> versions = new TreeSet<>();
    for (Pom pom : poms) {
      for (Artifact artifact : pom.artifacts()) {
        if (artifact.is(Use.DEPENDENCY, CORE)) {
          version(pom, artifact).ifPresent(versions::add);
        }
      }
    }
    return versions;
  }

  /**
   * Whether there are poms whose compiler does not run the generator that they depend on: since JDK
   * 23 none on the class path, and none there on any JDK once a path of processors is given.
   */
  boolean needsProcessorPath() {
    return !uses(Use.PROCESSOR, GENERATOR)
        && poms.stream()
            .filter(pom -> pom.names(Use.DEPENDENCY, GENERATOR))
            .map(this::withAncestors)
            .anyMatch(
                lineage ->
                    lineage.stream().anyMatch(Pom::hasProcessorPath)
                        || lineage.stream().noneMatch(Pom::asksForProcessors));
  }

  private Optional<String> version(Pom pom, Artifact artifact) {
    List<Pom> lineage = withAncestors(pom);
    String written = artifact.version();
    for (int i = 0; i < lineage.size() && written.isEmpty(); i++) {
      written =
          lineage.get(i).artifacts().stream()
              .filter(one -> one.is(Use.MANAGED, artifact.name()))
              .map(Artifact::version)
              .findFirst()
              .orElse("");
    }
    return resolved(written, lineage).filter(version -> !version.isEmpty());
  }

  /** Puts in properties; nothing when one of them is not known here. */
  private static Optional<String> resolved(String written, List<Pom> lineage) {
    String text = written;
    for (int i = 0; i < SUBSTITUTIONS_MAX && text.length() <= LENGTH_MAX; i++) {
      Matcher property = PROPERTY.matcher(text);
      if (!property.find()) {
        return Optional.of(text);
      }
      Optional<String> value = property(property.group(1), lineage);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      text = text.substring(0, property.start()) + value.get() + text.substring(property.end());
    }
    return Optional.empty();
  }

  private static Optional<String> property(String name, List<Pom> lineage) {
    for (Pom pom : lineage) {
      String value = pom.properties().get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    if (name.equals("project.version") || name.equals("project.parent.version")) {
      Pom pom = lineage.get(0);
      String own = name.equals("project.version") ? pom.text("version") : "";
      return Optional.of(own.isEmpty() ? pom.text("parent/version") : own)
          .filter(version -> !version.isEmpty());
    }
    return Optional.empty();
  }

  /** A pom, its parent, and so on as far as they are in the tree. */
  private List<Pom> withAncestors(Pom pom) {
    List<Pom> lineage = new ArrayList<>();
    Optional<Pom> next = Optional.of(pom);
    while (next.isPresent() && lineage.size() < ANCESTORS_MAX) {
      lineage.add(next.get());
      next = parent(next.get());
    }
    return lineage;
  }

  private Optional<Pom> parent(Pom pom) {
    String artifactId = pom.text("parent/artifactId");
    if (artifactId.isEmpty()) {
      return Optional.empty();
    }
    String relative =
        pom.texts().containsKey("parent/relativePath")
            ? pom.text("parent/relativePath")
            : "../pom.xml";
    return at(pom, relative)
        .filter(found -> found.text("artifactId").equals(artifactId))
        .or(
            () ->
                poms.stream()
                    .filter(found -> found.text("artifactId").equals(artifactId))
                    .findFirst());
  }

  private Optional<Pom> at(Pom pom, String relative) {
    if (relative.isEmpty() || relative.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Path path = pom.file().resolveSibling(relative).normalize();
    return Optional.ofNullable(byFile.get(path))
        .or(() -> Optional.ofNullable(byFile.get(path.resolve("pom.xml").normalize())));
  }
}
