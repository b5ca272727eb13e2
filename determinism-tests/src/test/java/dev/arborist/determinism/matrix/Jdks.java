package dev.arborist.determinism.matrix;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The JDKs of this machine that the product is to run on. */
final class Jdks {

  private static final Path PLACE = Path.of("/usr/lib/jvm");
  private static final List<Integer> WANTED = List.of(17, 25);

  /**
   * A JDK.
   *
   * @param version the number of its features' release, such as 17
   * @param home where it is
   */
  record Jdk(int version, Path home) {}

  private Jdks() {}

  /** The one that runs this, then one of each other version that is wanted and found. */
  static List<Jdk> found() throws IOException {
    int running = Runtime.version().feature();
    SortedMap<Integer, Jdk> byVersion = new TreeMap<>();
    for (Path home : homes()) {
      int version = version(home);
      if (version != running && WANTED.contains(version)) {
        byVersion.putIfAbsent(version, new Jdk(version, home));
      }
    }
    List<Jdk> all = new ArrayList<>();
    all.add(new Jdk(running, Path.of(System.getProperty("java.home"))));
    all.addAll(byVersion.values());
    return all;
  }

  private static Set<Path> homes() throws IOException {
    TreeSet<Path> homes = new TreeSet<>();
    if (Files.isDirectory(PLACE)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(PLACE)) {
        for (Path entry : entries) {
          if (Files.isExecutable(entry.resolve("bin").resolve("java"))) {
            homes.add(entry.toRealPath());
          }
        }
      }
    }
    return homes;
  }

  /** What its own file says of it; 0 when there is none. */
  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.matches("[0-9]+.*") ? Integer.parseInt(version.split("[^0-9]", 2)[0]) : 0;
  }
}
