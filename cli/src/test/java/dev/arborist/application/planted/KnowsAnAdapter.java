package dev.arborist.application.planted;

import dev.arborist.adapters.sqlite.SqliteQueue;
import java.nio.file.Path;

/** Planted: the application knows the domain alone. */
public final class KnowsAnAdapter {

  private KnowsAnAdapter() {}

  static void look() {
    SqliteQueue.create(Path.of("x"));
  }
}
