package dev.arborist.adapters.jmh.duet;

import dev.arborist.turns.TurnProfiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The profiler's classes, which join the class path of the benchmarks. */
final class TurnClasses {

  private static final List<String> NAMES =
      List.of("TurnProfiler", "ArbiterLink", "ThreadAllocation", "RunDelay", "TurnSignals");

  private TurnClasses() {}

  /** Copies them from our own class path into a directory that can be put on another. */
  static void write(Path directory) throws IOException {
    String folder = TurnProfiler.class.getPackageName().replace('.', '/');
    Files.createDirectories(directory.resolve(folder));
    for (String name : NAMES) {
      String file = folder + "/" + name + ".class";
      try (InputStream in = TurnProfiler.class.getClassLoader().getResourceAsStream(file)) {
        if (in == null) {
          throw new IOException(file + " is missing on our own class path");
        }
        Files.copy(in, directory.resolve(file));
      }
    }
  }
}
