package dev.arborist.determinism.matrix;

import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs cells, each in a JVM and a directory of its own. */
final class CellRuns {

  /** What SQL leaves open comes in the opposite order then, as SQLite's makers advise to test. */
  private static final Patch REVERSING =
      Patch.of(
          "adapters-sqlite/src/main/java/dev/arborist/adapters/sqlite/Connections.java",
          "execute(connection, \"PRAGMA \" + pragma);",
          """
          execute(connection, "PRAGMA " + pragma);
          execute(connection, "PRAGMA reverse_unordered_selects = ON");
          System.setProperty(
              "%s", String.valueOf(intPragma(connection, "reverse_unordered_selects")));
          """
              .formatted(Circumstances.REVERSED_PROPERTY));

  private final Path directory;
  private final Path reversing;
  private final List<Path> patched;

  /**
   * Runs of the product.
   *
   * @param directory where each of them has its own
   * @param patched classes that come before those of the product
   */
  CellRuns(Path directory, List<Path> patched) throws IOException {
    this.directory = directory;
    this.patched = patched;
    reversing = directory.resolve("reversing");
    REVERSING.compile(reversing);
  }

  /** Runs one; the hashes of what it has made, by their names. */
  Map<String, String> hashes(Cell cell) throws IOException, InterruptedException {
    FreshJvm program = cell.program(Files.createDirectory(cell.in(directory)), reversing);
    patched.forEach(program::before);
    FreshJvm.Result result = program.run();
    Violation.unless(
        result.exitCode() == 0,
        "ended with "
            + result.exitCode()
            + ": "
            + cell.described()
            + "\n"
            + Hashes.rest(result.output()));
    List<String> unnoticed = cell.unnoticed(result.output());
    Violation.unless(
        unnoticed.isEmpty(),
        "did not run as it should, with " + unnoticed + ": " + cell.described());
    return Hashes.of(result.output());
  }
}
