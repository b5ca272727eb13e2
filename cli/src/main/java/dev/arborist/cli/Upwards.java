package dev.arborist.cli;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Files that commands find from the working directory. */
final class Upwards {

  private Upwards() {}

  /**
   * The nearest file of this name here or in a directory above. A link counts as one also where it
   * leads nowhere: whoever opens it says so, and no farther file is taken for it.
   *
   * @throws StorageException when that cannot be told, because a directory that may hold it is
   *     closed to this user, or a link that leads nowhere
   */
  static Optional<Path> find(Terminal terminal, Path place) {
    for (Path up = terminal.directory(); up != null; up = up.getParent()) {
      Path file = up.resolve(place);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(file);
      }
      requireNotHidden(file);
    }
    return Optional.empty();
  }

  private static void requireNotHidden(Path file) {
    Path holder = file.getParent();
    if (holder != null && Files.isDirectory(holder) && !Files.isExecutable(holder)) {
      throw new StorageException(holder + " cannot be looked into; check its permissions");
    }
    if (holder != null && Files.isSymbolicLink(holder) && !Files.exists(holder)) {
      throw new StorageException(
          holder + " is a link that leads nowhere: make what it leads to be there, or remove it");
    }
  }

  /**
   * The directory that a person typed, which need not be there.
   *
   * @throws InvalidInputException when something else is there
   */
  static Path directory(Terminal terminal, String name) {
    Path path = path(terminal, name);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new InvalidInputException(name + " is not a directory: name one");
    }
    return path;
  }

  /**
   * The name of a file that an option gives.
   *
   * @throws InvalidInputException when it is empty, which a shell's unset variable leaves
   */
  static String named(String option, String file) {
    if (file.isEmpty()) {
      throw new InvalidInputException(option + " is empty: name a file");
    }
    return file;
  }

  /** The path that a person typed, seen from the working directory. */
  static Path path(Terminal terminal, String name) {
    try {
      return terminal.directory().resolve(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException("'" + name + "' is not a path", e);
    }
  }
}
