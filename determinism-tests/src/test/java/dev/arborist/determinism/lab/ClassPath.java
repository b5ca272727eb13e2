package dev.arborist.determinism.lab;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The class path of this JVM for others, with a jar in the place of each directory.
 *
 * <p>A JVM looks for each class in one directory after the other, and so asks the kernel for little
 * else while it starts; under strace that takes half of its time.
 */
final class ClassPath {

  private static @Nullable List<Place> made;

  /**
   * A place where classes are.
   *
   * @param path a jar
   * @param own whether it holds the laboratory itself
   */
  private record Place(String path, boolean own) {}

  private ClassPath() {}

  /** The same for all; the jars are gone when this JVM ends. */
  static String ofJars() throws IOException {
    return join(places().stream());
  }

  /** The same without the laboratory itself: what others depend on. */
  static String ofOtherJars() throws IOException {
    return join(places().stream().filter(place -> !place.own()));
  }

  private static String join(Stream<Place> places) {
    return places.map(Place::path).collect(Collectors.joining(File.pathSeparator));
  }

  private static synchronized List<Place> places() throws IOException {
    if (made == null) {
      Path directory = Files.createTempDirectory("class-path");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      Path laboratory = source(ClassPath.class);
      List<Place> places = new ArrayList<>();
      for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path classes = Path.of(place);
        boolean inJar = !place.isEmpty() && Files.isDirectory(classes);
        Path jar = directory.resolve(places.size() + ".jar");
        places.add(
            new Place(
                inJar ? write(classes, jar).toString() : place,
                inJar && Files.isSameFile(classes, laboratory)));
      }
      made = List.copyOf(places);
    }
    return made;
  }

  private static Path source(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("no path of " + type, e);
    }
  }

  private static void delete(Path directory) {
    try {
      FileTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(classes)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}
