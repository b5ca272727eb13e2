package dev.arborist.determinism.matrix;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.FileTree;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Parallel;
import dev.arborist.determinism.lab.Patch;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes everything that the product writes in many fresh JVMs, two at a time, and compares it with
 * what the first has made, byte by byte.
 */
public final class MatrixExperiment implements Experiment {

  static final String ARTEFACTS = "artefacts";

  /** Enough that at least one differs from the first whatever is chosen by chance at a start. */
  private static final int DIAGONALS = 6;

  private static final int AT_A_TIME = 2;

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

  private final List<Cell> cells = new ArrayList<>();
  private final int jdks;

  /** A few cells in which everything differs from the one before. */
  public MatrixExperiment() throws IOException {
    this(Axis.with(Jdks.found()), axes -> Axis.diagonals(axes, DIAGONALS));
  }

  /** The cells that some rows stand for; the first is what the others are compared with. */
  MatrixExperiment(List<Axis> axes, Function<List<Axis>, List<List<Integer>>> rows) {
    jdks = axes.get(axes.size() - 1).values().size();
    for (List<Integer> row : rows.apply(axes)) {
      cells.add(Axis.cell(cells.size() + 1, axes, row));
    }
  }

  @Override
  public Done run(Path directory) throws Exception {
    Path reversing = directory.resolve("reversing");
    REVERSING.compile(reversing);
    Map<String, String> first = hashes(cells.get(0), directory, reversing);
    List<Callable<Void>> checks = new ArrayList<>();
    for (Cell cell : cells.subList(1, cells.size())) {
      checks.add(
          () -> {
            check(cell, cells.get(0), first, directory, reversing);
            return null;
          });
    }
    Parallel.run(AT_A_TIME, checks);
    return Done.of("fresh JVMs", cells.size()).and("JDKs", jdks).and("artefacts", first.size());
  }

  private static Map<String, String> hashes(Cell cell, Path directory, Path reversing)
      throws IOException, InterruptedException {
    Path own = Files.createDirectory(cell.in(directory));
    FreshJvm.Result result = cell.program(own, reversing).run();
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

  private static void check(
      Cell cell, Cell firstCell, Map<String, String> first, Path directory, Path reversing)
      throws IOException, InterruptedException {
    Map<String, String> hashes = hashes(cell, directory, reversing);
    if (!hashes.equals(first)) {
      throw new Violation(difference(cell, hashes, firstCell, first, directory));
    }
    FileTree.delete(cell.in(directory));
  }

  private static String difference(
      Cell cell,
      Map<String, String> hashes,
      Cell firstCell,
      Map<String, String> first,
      Path directory)
      throws IOException {
    List<String> differing =
        Stream.concat(first.keySet().stream(), hashes.keySet().stream())
            .distinct()
            .filter(name -> !String.valueOf(first.get(name)).equals(hashes.get(name)))
            .toList();
    Path one = firstCell.in(directory).resolve(ARTEFACTS).resolve(differing.get(0));
    Path other = cell.in(directory).resolve(ARTEFACTS).resolve(differing.get(0));
    return differing.get(0)
        + " differs (of "
        + differing.size()
        + " that do) in "
        + FirstDifference.of(one, other)
        + "\n  "
        + firstCell.described()
        + "\n  "
        + cell.described()
        + "\n  all that differ: "
        + String.join(" ", differing)
        + "\n  the files are kept in "
        + one.toAbsolutePath().getParent()
        + " and "
        + other.toAbsolutePath().getParent();
  }
}
