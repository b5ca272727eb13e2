package dev.arborist.determinism.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.determinism.lab.FileTree;
import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.LabReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LabReport.class)
class MatrixTest {

  private static final int ROWS_MIN = Lab.count(20, 100);

  /** Of the seeds up to 3,000 the one with the fewest interpreters, which cost most on JDK 17. */
  private static final long SEED = 44;

  /** Not in a temporary directory: what differs is to be looked at. */
  private static Path emptyDirectory() throws IOException {
    Path directory = Lab.DIRECTORY.resolve("matrix");
    if (Files.exists(directory)) {
      FileTree.delete(directory);
    }
    return Files.createDirectories(directory);
  }

  @Test
  void whereverItRunsTheBytesAreTheSame(Findings findings) throws Exception {
    List<Axis> axes = Axis.with(Jdks.found());
    MatrixExperiment matrix = new MatrixExperiment(axes, Pairwise.rows(axes, ROWS_MIN, SEED));
    findings.did("fresh JVMs", matrix.run(emptyDirectory()));
  }

  @Test
  void everyTwoValuesOfTwoAxesOccurTogether() throws Exception {
    List<Axis> axes = Axis.with(Jdks.found());
    List<List<Integer>> rows = Pairwise.rows(axes, ROWS_MIN, SEED);
    for (int a = 0; a < axes.size(); a++) {
      for (int b = 0; b < a; b++) {
        int one = a;
        int other = b;
        long pairs =
            rows.stream().map(row -> List.of(row.get(one), row.get(other))).distinct().count();
        assertEquals(
            (long) axes.get(a).values().size() * axes.get(b).values().size(),
            pairs,
            axes.get(a).name() + " and " + axes.get(b).name());
      }
    }
  }

  @Test
  void everyJdkRunsInTwentyCellsOrMore() throws Exception {
    List<Axis> axes = Axis.with(Jdks.found());
    int jdk = axes.size() - 1;
    Map<Integer, Long> rows =
        Pairwise.rows(axes, ROWS_MIN, SEED).stream()
            .collect(Collectors.groupingBy(row -> row.get(jdk), Collectors.counting()));
    assertEquals(axes.get(jdk).values().size(), rows.size());
    rows.values().forEach(count -> assertTrue(count >= ROWS_MIN, rows.toString()));
  }

  @Test
  void fewRowsAreEnoughAndTheSameSeedGivesThemAgain() throws Exception {
    List<Axis> axes = Axis.with(Jdks.found());
    List<List<Integer>> rows = Pairwise.rows(axes, 0, SEED);
    assertTrue(rows.size() <= 15, rows.size() + " rows");
    assertEquals(rows, Pairwise.rows(axes, 0, SEED));
  }
}
