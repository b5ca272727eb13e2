package dev.arborist.adapters.sqlite.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.testkit.history.BinaryFormat;
import dev.arborist.testkit.history.SavedRows;
import dev.arborist.testkit.history.Verdicts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralProcessesTest {

  private static final int SERIES = 60;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void createHistory() {
    file = directory.resolve("history.db");
    SqliteRunHistory.create(file, new BinaryFormat()).close();
  }

  /** A process that saves so many runs and says the number of each. */
  static final class Saver {

    private Saver() {}

    public static void main(String[] arguments) {
      try (RunHistory history = SqliteRunHistory.open(Path.of(arguments[0]), new BinaryFormat())) {
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
          System.out.println(history.save(Verdicts.large(i, SERIES)).number());
        }
      }
    }
  }

  private Process startSaver(int runs) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Saver.class.getName(),
            file.toString(),
            String.valueOf(runs))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void processesThatSaveAtOnceGetNumbersOfTheirOwn() throws Exception {
    List<Process> savers = List.of(startSaver(50), startSaver(50));
    List<Integer> numbers = new ArrayList<>();
    for (Process saver : savers) {
      List<Integer> own = output(saver).lines().map(Integer::valueOf).toList();
      assertEquals(0, saver.waitFor());
      assertEquals(own.stream().sorted().toList(), own);
      numbers.addAll(own);
    }
    assertEquals(
        IntStream.rangeClosed(1, 100).boxed().toList(), numbers.stream().sorted().toList());
    assertEquals(new SavedRows(100, 100, 100 * SERIES, 0), HistoryFiles.rows(file));
  }

  @Test
  void aProcessKilledWhileItSavesLeavesWholeRuns() throws Exception {
    int acknowledged = 0;
    for (int round = 0; round < 3; round++) {
      Process saver = startSaver(Integer.MAX_VALUE);
      try (BufferedReader out = output(saver)) {
        for (int i = 0; i < 20 + round; i++) {
          acknowledged = Integer.parseInt(out.readLine());
        }
        saver.destroyForcibly().waitFor();
      }
    }
    try (RunHistory history = SqliteRunHistory.open(file, new BinaryFormat())) {
      List<RunSummary> runs = history.list(null, 0);
      assertTrue(runs.size() >= acknowledged, runs.size() + " of " + acknowledged);
      for (RunSummary run : runs) {
        int seed = Integer.parseInt(run.origin().label());
        assertEquals(Optional.of(Verdicts.large(seed, SERIES)), history.load(run.id()));
      }
      assertEquals(new RunId(runs.get(0).id().number() + 1), history.save(Verdicts.labelled("")));
      int whole = runs.size() + 1;
      assertEquals(new SavedRows(whole, whole, runs.size() * SERIES, 0), HistoryFiles.rows(file));
    }
  }
}
