package dev.arborist.adapters.sqlite.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Planted: only SQLite opens the file. */
public final class OpensTheDatabaseFile {

  private OpensTheDatabaseFile() {}

  static byte[] look(Path path) throws IOException {
    return Files.readAllBytes(path);
  }
}
