package dev.arborist.cli;

import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.jmh.JmhResultsFile;
import dev.arborist.application.port.in.Examiner.Effort;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.service.Services;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs as people name them: a file that JMH wrote, a file with a saved run, the number of a run in
 * the history, {@code latest} or {@code pinned}.
 */
final class PerfRuns {

  static final String LATEST = "latest";
  static final String PINNED = "pinned";

  private final Terminal terminal;
  private final HistoryOption history;

  PerfRuns(Terminal terminal, HistoryOption history) {
    this.terminal = terminal;
    this.history = history;
  }

  /**
   * A run and what to call it.
   *
   * @param name such as {@code run 0007} or a file's name
   */
  record Named(String name, Verdict verdict) {

    /**
     * The same run, of which something was measured.
     *
     * @param purpose what is to be done with that, in a word such as {@code compare}
     * @throws InvalidInputException when it only holds a duet, whose two versions are compared
     *     already
     */
    Named measured(String purpose) {
      if (verdict.holdsOnlyDuet()) {
        throw new InvalidInputException(
            name
                + " only holds a duet: there is nothing to "
                + purpose
                + ", 'arborist perf report' shows it");
      }
      return this;
    }
  }

  /** Whether this names a run of the history rather than a file. */
  boolean isInHistory(String reference) {
    return reference.equals(LATEST)
        || reference.equals(PINNED)
        || (RunId.isWritten(reference) && !Files.exists(Upwards.path(terminal, reference)));
  }

  Named load(String reference) throws IOException {
    if (isInHistory(reference)) {
      try (RunHistory runs = history.open()) {
        RunId id = id(reference, runs);
        Verdict verdict = runs.load(id).orElseThrow(() -> missing(id));
        return new Named("run " + id, verdict);
      }
    }
    Path file = Upwards.path(terminal, reference);
    return new Named(reference, isSavedRun(file) ? saved(reference, file) : jmh(file));
  }

  List<Named> loadAll(List<String> references) throws IOException {
    List<Named> all = new ArrayList<>();
    for (String reference : references) {
      all.add(load(reference));
    }
    return all;
  }

  /** Several runs, of each of which something was measured. */
  List<Named> loadMeasured(List<String> references, String purpose) throws IOException {
    return loadAll(references).stream().map(run -> run.measured(purpose)).toList();
  }

  /** The pinned run; nothing when there is no history or none is pinned. */
  Optional<Named> pinned() {
    Optional<HistoryPlace> place = history.find();
    if (place.isEmpty()) {
      return Optional.empty();
    }
    try (RunHistory runs = place.get().open()) {
      return runs.pinned()
          .map(id -> new Named("run " + id, runs.load(id).orElseThrow(() -> missing(id))));
    }
  }

  /** The number of the run that is meant. */
  static RunId id(String reference, RunHistory runs) {
    return switch (reference) {
      case LATEST ->
          runs.latest()
              .orElseThrow(() -> new NotFoundException("the history is empty: save a run first"));
      case PINNED ->
          runs.pinned()
              .orElseThrow(
                  () ->
                      new NotFoundException(
                          "no run is pinned: pin one with 'arborist perf baseline pin RUN'"));
      default -> RunId.parse(reference);
    };
  }

  static NotFoundException missing(RunId id) {
    return new NotFoundException(
        "there is no run " + id + ": 'arborist perf history' lists those that there are");
  }

  /** A saved run is an object, JMH's results are an array. */
  private static boolean isSavedRun(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false; // the reader of JMH's results says what is wrong with it
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int c = in.read();
      while (c >= 0 && Character.isWhitespace(c)) {
        c = in.read();
      }
      return c == '{';
    }
  }

  private static Verdict saved(String name, Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new VerdictJson().read(name, in);
    }
  }

  private static Verdict jmh(Path file) {
    JmhResultsFile results = JmhResultsFile.read(file);
    return Services.examiner(InstantSource.system())
        .examine(List::of, results, results.origin(), Effort.ONE_LOOK);
  }
}
