package dev.arborist.determinism.matrix;

import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.FileTree;
import dev.arborist.determinism.lab.Parallel;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Makes everything that the product writes in many fresh JVMs, two at a time, and compares it with
 * what the first has made, byte by byte.
 */
final class MatrixExperiment {

  static final String ARTEFACTS = "artefacts";

  private static final int AT_A_TIME = 2;

  private final List<Cell> cells = new ArrayList<>();
  private final int jdks;

  /** The cells that some rows stand for; the first is what the others are compared with. */
  MatrixExperiment(List<Axis> axes, List<List<Integer>> rows) {
    jdks = axes.get(axes.size() - 1).values().size();
    for (List<Integer> row : rows) {
      cells.add(Axis.cell(cells.size() + 1, axes, row));
    }
  }

  /** Runs them in an empty directory. */
  Done run(Path directory) throws Exception {
    CellRuns runs = new CellRuns(directory, List.of());
    Map<String, String> first = runs.hashes(cells.get(0));
    List<Callable<Void>> checks = new ArrayList<>();
    for (Cell cell : cells.subList(1, cells.size())) {
      checks.add(
          () -> {
            check(cell, runs.hashes(cell), cells.get(0), first, directory);
            return null;
          });
    }
    Parallel.run(AT_A_TIME, checks);
    return Done.of("fresh JVMs", cells.size()).and("JDKs", jdks).and("artefacts", first.size());
  }

  private static void check(
      Cell cell,
      Map<String, String> hashes,
      Cell firstCell,
      Map<String, String> first,
      Path directory)
      throws IOException {
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
