package dev.arborist.adapters.jmh.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The files of a project that say something about its benchmarks.
 *
 * <p>Links are not followed; hidden directories and node_modules are left out, and of what a build
 * made only results are looked at. The order is that of the paths.
 */
final class ProjectFiles {

  /**
   * How much is looked at.
   *
   * @param entries how many files and directories
   * @param sourceBytes how large a source or a pom may be
   * @param resultsBytes how large all results files may be together
   */
  record Bounds(int entries, int sourceBytes, long resultsBytes) {

    static final Bounds USUAL = new Bounds(100_000, 1 << 20, 256L << 20);
  }

  private static final List<String> BUILT = List.of("target", "build");

  private final Path root;
  private final Bounds bounds;
  private final List<Path> poms = new ArrayList<>();
  private final List<Path> sources = new ArrayList<>();
  private final List<Path> results = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Deque<Directory> waiting = new ArrayDeque<>();
  private int entries;
  private long resultsBytes;

  /**
   * A directory to look at.
   *
   * @param isSource whether it is below one named src
   * @param isBuilt whether it is below one that a build has made
   */
  private record Directory(Path path, boolean isSource, boolean isBuilt) {

    Directory below(Path directory, String name) {
      boolean source = isSource || name.equals("src");
      return new Directory(directory, source, isBuilt || (!source && BUILT.contains(name)));
    }
  }

  private ProjectFiles(Path root, Bounds bounds) {
    this.root = root;
    this.bounds = bounds;
  }

  /** Looks for the files below a directory. */
  static ProjectFiles of(Path root, Bounds bounds) {
    ProjectFiles files = new ProjectFiles(root, bounds);
    boolean source =
        name(root.toAbsolutePath().normalize()).equals("src")
            && BuildTool.of(root) == BuildTool.UNKNOWN; // some keep whole projects in one
    files.waiting.push(new Directory(root, source, false));
    while (!files.waiting.isEmpty() && files.entries < bounds.entries()) {
      files.visit(files.waiting.pop());
    }
    if (files.entries >= bounds.entries()) {
      files.findings.add(
          "only the first "
              + bounds.entries()
              + " files and directories were looked at: name a smaller directory");
    }
    return files;
  }

  List<Path> poms() {
    return poms;
  }

  List<Path> sources() {
    return sources;
  }

  List<Path> results() {
    return results;
  }

  /** What was left out or could not be read, a sentence each. */
  List<String> findings() {
    return findings;
  }

  /** A file as it is named in findings. */
  Path shown(Path file) {
    return root.relativize(file);
  }

  /**
   * The content of a source or a pom.
   *
   * @throws IOException when it cannot be read or is too large
   */
  byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = in.readNBytes(bounds.sourceBytes() + 1);
      if (content.length > bounds.sourceBytes()) {
        throw new IOException("it is larger than " + bounds.sourceBytes() + " bytes");
      }
      return content;
    }
  }

  private void visit(Directory directory) {
    List<Path> below = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(directory.path())) {
      for (Path path : listing) {
        if (entries >= bounds.entries()) {
          break;
        }
        entries++;
        below.add(path);
      }
    } catch (IOException | DirectoryIteratorException e) {
      unread(directory.path(), e);
    }
    Collections.sort(below);
    List<Directory> directories = new ArrayList<>();
    for (Path path : below) {
      visit(directory, path, directories);
    }
    Collections.reverse(directories);
    directories.forEach(waiting::push);
  }

  private void visit(Directory parent, Path path, List<Directory> directories) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String name = name(path);
      if (attributes.isDirectory() && !name.startsWith(".") && !name.equals("node_modules")) {
        directories.add(parent.below(path, name));
      } else if (attributes.isRegularFile()) {
        file(parent, path, name, attributes.size());
      }
    } catch (IOException e) {
      unread(path, e);
    }
  }

  private void file(Directory parent, Path path, String name, long size) {
    if (isResults(path, name)) {
      if (resultsBytes + size > bounds.resultsBytes()) {
        findings.add(
            shown(path)
                + " was not looked at: the results files are larger than "
                + bounds.resultsBytes()
                + " bytes together, so name the one that you mean");
      } else {
        resultsBytes += size;
        results.add(path);
      }
    } else if (name.equals("pom.xml") && !parent.isSource() && !parent.isBuilt()) {
      poms.add(path);
    } else if (name.endsWith(".java") && parent.isSource() && !parent.isBuilt()) {
      sources.add(path);
    }
  }

  /** By name, or where Gradle's JMH plugin writes it. */
  private static boolean isResults(Path path, String name) {
    Path parent = path.getParent();
    return (name.startsWith("jmh") && name.endsWith(".json"))
        || (name.equals("results.json") && parent != null && name(parent).equals("jmh"));
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  void unread(Path file, Exception reason) {
    findings.add(shown(file) + " could not be read: " + reason(reason));
  }

  private static String reason(Exception exception) {
    String message = String.valueOf(exception.getMessage());
    String kind = exception.getClass().getSimpleName();
    return (exception instanceof FileSystemException ? kind + " " : "")
        + message.replaceAll("\\s+", " ");
  }
}
