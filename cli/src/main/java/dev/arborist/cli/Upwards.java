package dev.arborist.cli;

import dev.arborist.domain.task.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Files that commands find from the working directory. */
final class Upwards {

  private Upwards() {}

  /** The nearest file of this name here or in a directory above. */
  static Optional<Path> find(Terminal terminal, Path place) {
    for (Path up = terminal.directory(); up != null; up = up.getParent()) {
      if (Files.exists(up.resolve(place))) {
        return Optional.of(up.resolve(place));
      }
    }
    return Optional.empty();
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
