package dev.arborist.adapters.jmh.duet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryStampTest {

  @TempDir private Path directory;

  /** By a link, too: a walk would not follow it by itself. */
  @Test
  void ofADirectoryOnlyClassesCount() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes/a"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), classes.getParent());
    Path compiled = Files.writeString(classes.resolve("B.class"), "1");
    EntryStamp before = EntryStamp.of(link);

    Files.writeString(classes.resolve("results.txt"), "a benchmark's own");
    Files.createSymbolicLink(classes.resolve(".#B.java"), Path.of("nobody@nowhere.1"));
    assertEquals(before, EntryStamp.of(link));

    Files.setLastModifiedTime(compiled, FileTime.fromMillis(before.changedMillis() + 1));
    assertNotEquals(before, EntryStamp.of(link));
    assertEquals(new EntryStamp(0, 0, 0), EntryStamp.of(directory.resolve("none")));
  }
}
