package dev.arborist.adapters.files;

import dev.arborist.domain.task.InvalidInputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** Writes files that are there whole or not at all. */
public final class WholeFile {

  /** With which each database begins; see sqlite.org/fileformat.html. */
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** What SQLite adds to the name of a database for the files beside it. */
  private static final List<String> SUFFIXES = List.of("-wal", "-shm", "-journal");

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
   * @throws InvalidInputException when there is a directory or a database
   * @throws IOException when it cannot be written; what stood at the place before is still there
   */
  public static void write(Path file, Content content) throws IOException {
    requireReplaceable(file);
    if (isDeviceOrPipe(file)) {
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
    part.toFile().deleteOnExit(); // a signal may end the process before it is moved
    try {
      writeDurably(part, content);
      if (Files.exists(place) && hasPermissions(place)) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(place));
      }
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Where no mount point is to be found, as in some chroots, there are those of Unix. */
  private static boolean hasPermissions(Path place) {
    try {
      return Files.getFileStore(place).supportsFileAttributeView("posix");
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Refuses a directory, and a database of SQLite with the files beside it, for those who do
   * something else before they write.
   *
   * <p>A database that a process has open is not looked into, since closing the file would release
   * the locks that SQLite holds on it; it is known by its log.
   *
   * @throws InvalidInputException when there is one
   * @throws IOException when what is there cannot be read
   */
  public static void requireReplaceable(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a directory: name a file in it");
    }
    if (isDeviceOrPipe(file)) {
      return; // some have no path of their own, as /dev/stdout of a pipe
    }
    if (isOfDatabase(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath())) {
      throw new InvalidInputException(file + " belongs to a database: name another file");
    }
  }

  private static boolean isDeviceOrPipe(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static boolean isOfDatabase(Path real) throws IOException {
    String name = String.valueOf(real.getFileName());
    for (String suffix : SUFFIXES) {
      boolean isBeside =
          name.endsWith(suffix)
              && Files.exists(
                  real.resolveSibling(name.substring(0, name.length() - suffix.length())));
      if (isBeside || Files.exists(real.resolveSibling(name + suffix))) {
        return true;
      }
    }
    if (!Files.isRegularFile(real)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(real)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
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
