package dev.arborist.testkit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.report.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a history when something fails, and when several use it at the same time. */
public abstract class RunHistorySafetyContract extends HistoryFixture {

  private static final Verdict OLD = Verdicts.large(1, 6);
  private static final int AT_ONCE = 4;

  /** For subclasses. */
  protected RunHistorySafetyContract() {}

  /** Writes a part, then fails as it was told to. */
  private static final class FailingFormat implements VerdictFormat {

    private final boolean checked;
    private boolean broken = true;

    FailingFormat(boolean checked) {
      this.checked = checked;
    }

    @Override
    public void write(Verdict verdict, OutputStream out) throws IOException {
      if (broken) {
        out.write(1);
        if (checked) {
          throw new IOException("out of ink");
        }
        throw new IllegalStateException("a bug");
      }
      new BinaryFormat().write(verdict, out);
    }

    @Override
    public Verdict read(String name, InputStream in) throws IOException {
      return new BinaryFormat().read(name, in);
    }
  }

  @Test
  void aRunThatCannotBeWrittenIsNotSaved() {
    history.save(OLD);
    FailingFormat checked = new FailingFormat(true);
    FailingFormat unchecked = new FailingFormat(false);
    for (FailingFormat format : List.of(checked, unchecked)) {
      try (RunHistory failing = open(NAME, format)) {
        Verdict verdict = Verdicts.large(2, 6);
        if (format == checked) {
          var refused = assertThrows(StorageException.class, () -> failing.save(verdict));
          assertTrue(refused.getMessage().contains("out of ink"), refused.getMessage());
        } else {
          assertThrows(IllegalStateException.class, () -> failing.save(verdict));
        }
        assertEquals(new SavedRows(1, 1, 6, 0), rows());
        format.broken = false;
        RunId saved = failing.save(verdict);
        assertEquals(Optional.of(verdict), failing.load(saved));
        failing.delete(List.of(saved));
      }
    }
  }

  /** The same measure at the same position is refused, and only there. */
  @Test
  void aFailureInTheMiddleOfSavingIsUndoneAndUsesUpNoNumber() {
    history.save(OLD);
    execute(NAME, "CREATE UNIQUE INDEX late ON result (measure) WHERE position = 5");
    Verdict verdict = Verdicts.large(2, 60);
    for (int i = 0; i < 2; i++) {
      var refused = assertThrows(StorageException.class, () -> history.save(verdict));
      String message = refused.getMessage();
      assertTrue(message.contains("cannot change " + place(NAME)), message);
      assertEquals(1, message.lines().count(), message);
      assertEquals(new SavedRows(1, 1, 6, 0), rows());
    }
    execute(NAME, "DROP INDEX late");
    RunId saved = history.save(verdict);
    assertEquals(new RunId(2), saved);
    assertEquals(Optional.of(verdict), history.load(saved));
    assertEquals(new SavedRows(2, 2, 66, 0), rows());
  }

  @Test
  void aDamagedRunSaysSoAndTheOthersAreRead() {
    RunId damaged = history.save(OLD);
    execute(NAME, "UPDATE document SET bytes = substr(bytes, 1, 3)");
    RunId other = history.save(OLD);
    var refused = assertThrows(StorageException.class, () -> history.load(damaged));
    String message = refused.getMessage();
    assertTrue(message.contains("run 0001 of " + place(NAME)), message);
    assertTrue(message.contains("restore"), message);
    assertEquals(Optional.of(OLD), history.load(other));
    assertEquals(
        List.of(other, damaged), history.list(null, 0).stream().map(RunSummary::id).toList());
  }

  @Test
  void aRunOfAFormatThatIsNotKnownSaysSo() {
    VerdictFormat later =
        new VerdictFormat() {
          @Override
          public void write(Verdict verdict, OutputStream out) throws IOException {
            out.write(new byte[] {0, 0, 0, 2});
          }

          @Override
          public Verdict read(String name, InputStream in) {
            throw new UnsupportedOperationException();
          }
        };
    RunId id;
    try (RunHistory newer = open(NAME, later)) {
      id = newer.save(OLD);
    }
    var refused = assertThrows(StorageException.class, () -> history.load(id));
    assertTrue(refused.getMessage().contains("is of version 2"), refused.getMessage());
  }

  /** What each of some threads returns that do the same at once. */
  private static <T> List<T> atOnce(Callable<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result :
          threads.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> work).toList())) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void ofSeveralThatBeginAHistoryAllGetTheSame() throws Exception {
    for (int round = 0; round < 10; round++) {
      String contested = "contested" + round;
      List<Integer> numbers =
          atOnce(
              () -> {
                try (RunHistory mine = open(contested, new BinaryFormat())) {
                  return mine.save(Verdicts.labelled("one of some")).number();
                }
              });
      assertEquals(List.of(1, 2, 3, 4), numbers.stream().sorted().toList());
    }
  }

  @Test
  void whoSavesAtOnceGetsNumbersOfItsOwnAndLosesNothing() throws Exception {
    int runs = 25;
    List<List<RunId>> saved =
        atOnce(
            () -> {
              List<RunId> mine = new ArrayList<>();
              try (RunHistory own = open(NAME, new BinaryFormat())) {
                for (int i = 0; i < runs; i++) {
                  RunId id = own.save(Verdicts.large(i, 6));
                  assertEquals(Optional.of(Verdicts.large(i, 6)), own.load(id));
                  mine.add(id);
                }
              }
              return mine;
            });
    for (List<RunId> mine : saved) {
      for (int i = 0; i < runs; i++) {
        assertEquals(Optional.of(Verdicts.large(i, 6)), history.load(mine.get(i)));
      }
      assertEquals(mine.stream().map(RunId::number).sorted().toList(), numbersOf(mine));
    }
    int all = AT_ONCE * runs;
    assertEquals(
        IntStream.rangeClosed(1, all).boxed().toList(),
        saved.stream().flatMap(mine -> numbersOf(mine).stream()).sorted().toList());
    assertEquals(new SavedRows(all, all, all * 6, 0), rows());
  }

  private static List<Integer> numbersOf(List<RunId> ids) {
    return ids.stream().map(RunId::number).toList();
  }

  /** Each saves a run, pins it and removes the one that it saved before, which may be pinned. */
  @Test
  void whoPinsAndRemovesAtOnceLeavesOnePinAtMostAndNoneOnNothing() throws Exception {
    int rounds = 15;
    atOnce(
        () -> {
          try (RunHistory own = open(NAME, new BinaryFormat())) {
            RunId before = own.save(Verdicts.labelled("first"));
            for (int i = 0; i < rounds; i++) {
              RunId next = own.save(Verdicts.labelled("next"));
              own.pin(next);
              own.delete(List.of(next, before));
              before = own.save(Verdicts.labelled("another"));
              own.pin(before);
            }
            return before;
          }
        });
    assertEquals(new SavedRows(AT_ONCE, AT_ONCE, 0, 1), rows());
    assertTrue(history.exists(history.pinned().orElseThrow()));
  }
}
