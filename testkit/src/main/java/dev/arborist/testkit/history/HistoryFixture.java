package dev.arborist.testkit.history;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.RunSummary;
import dev.arborist.domain.validation.sample.Series;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A history of each test's own, and what is done behind its back. */
public abstract class HistoryFixture {

  /** What the tests call their history. */
  protected static final String NAME = "history";

  /** A directory of this test. */
  @TempDir protected Path directory;

  /** The open history. */
  protected RunHistory history;

  /** For subclasses. */
  protected HistoryFixture() {}

  /** Opens a history of this test by its name; whoever names it first begins it. */
  protected abstract RunHistory open(String name, VerdictFormat format);

  /** What messages call it. */
  protected abstract String place(String name);

  /** Runs a statement past the history. */
  protected abstract void execute(String name, String sql);

  /** The only number that a query gives. */
  protected abstract int number(String name, String sql);

  @BeforeEach
  void openHistory() {
    history = open(NAME, new BinaryFormat());
  }

  @AfterEach
  void closeHistory() {
    history.close();
  }

  /** Closes the history and opens it again. */
  protected final void reopen() {
    history.close();
    history = open(NAME, new BinaryFormat());
  }

  /** What the tables hold. */
  protected final SavedRows rows() {
    return new SavedRows(rows("run"), rows("document"), rows("result"), rows("pin"));
  }

  private int rows(String table) {
    return number(NAME, "SELECT count(*) FROM " + table);
  }

  /** Saves a run of these series. */
  protected final RunId save(String label, Series... series) {
    return history.save(Verdicts.labelled(label, series));
  }

  /** The numbers of the runs. */
  protected static List<Integer> numbers(List<RunSummary> runs) {
    return runs.stream().map(run -> run.id().number()).toList();
  }
}
