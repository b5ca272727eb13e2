package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or not at all. */
public final class WholeFile {

  private WholeFile() {}

  /** What writes the content. */
  public interface Content {
    /** Writes the content to the stream, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file beside its final place and moves it there when it is complete and on the disk. A
   * link is followed; a device or a pipe is written to as it is.
   *
   * @throws InvalidInputException when there is a directory
   * @throws IOException when it cannot be written; what stood at the place before is still there
   */
  public static void write(Path file, Content content) throws IOException {
    requireNoDirectory(file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(out);
      }
      return;
    }
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path directory = place.getParent();
    if (directory == null) {
      throw new InvalidInputException(file + " is not a file");
    }
    Files.createDirectories(directory);
    Path part =
        directory.resolve(
            "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      writeDurably(part, content);
      if (Files.exists(place) && Files.getFileStore(place).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(place));
      }
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Refuses a directory, for those who do something else before they write.
   *
   * @throws InvalidInputException when there is a directory
   */
  public static void requireNoDirectory(Path file) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a directory: name a file in it");
    }
  }

  private static void writeDurably(Path part, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }
}
