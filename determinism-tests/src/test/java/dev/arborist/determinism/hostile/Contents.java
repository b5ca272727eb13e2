package dev.arborist.determinism.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything in a directory: what each path is, who may use it, and its bytes. */
final class Contents {

  private Contents() {}

  static Map<String, String> of(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.toList()) {
        contents.put(directory.relativize(path).toString(), describe(path));
      }
    }
    return contents;
  }

  private static String describe(Path path) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    String permissions = attributes.permissions().stream().sorted().toList().toString();
    if (attributes.isSymbolicLink()) {
      return "link to " + Files.readSymbolicLink(path);
    }
    if (attributes.isRegularFile() && Files.isReadable(path)) {
      byte[] bytes = Files.readAllBytes(path);
      return permissions + " " + bytes.length + " bytes, " + Arrays.hashCode(bytes);
    }
    return permissions + (attributes.isDirectory() ? " directory" : " special");
  }
}
