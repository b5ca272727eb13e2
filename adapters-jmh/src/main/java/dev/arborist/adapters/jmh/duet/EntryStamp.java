package dev.arborist.adapters.jmh.duet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * What tells whether an entry of a class path has been built anew: how many files it is, how long
 * they are altogether, and when the last of them was changed. Of a directory only classes count: a
 * benchmark may write its own files there.
 */
record EntryStamp(long files, long bytes, long changedMillis) {

  /** What an entry is now; one that is not there has no files. */
  static EntryStamp of(Path entry) throws IOException {
    long files = 0;
    long bytes = 0;
    long changed = 0;
    if (Files.exists(entry)) {
      Path real = entry.toRealPath();
      try (Stream<Path> all = Files.walk(real)) {
        for (Path file : all.toList()) {
          if (!file.equals(real) && !file.toString().endsWith(".class")) {
            continue; // it may be gone by now, or a link that leads nowhere
          }
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          if (attributes.isRegularFile()) {
            files++;
            bytes += attributes.size();
            changed = Math.max(changed, attributes.lastModifiedTime().toMillis());
          }
        }
      }
    }
    return new EntryStamp(files, bytes, changed);
  }
}
