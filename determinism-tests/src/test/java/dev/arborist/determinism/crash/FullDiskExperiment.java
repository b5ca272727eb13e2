package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A disk that is full after so many pages, of any number; and room again when work is refused. */
public final class FullDiskExperiment implements Experiment {

  @Override
  public Done run(Path directory) throws Exception {
    return ThroughSeam.run(Inside.class, directory);
  }

  /** The part that is done where connections pass through the seam. */
  static final class Inside implements Experiment {

    private static final int SIZES = 50;
    private static final int PAGE_BYTES = 4096;
    private static final int TRIES = 2;

    private @Nullable Reference reference;
    private int refused;

    @Override
    public Done run(Path work) throws IOException {
      reference = Reference.of(work);
      int fewest = 0;
      for (int more = 0; more < SIZES; more++) {
        Path file = work.resolve("queue-" + more + ".db");
        Arborist.create(file);
        fewest = Math.toIntExact(Files.size(file) / PAGE_BYTES);
        one(file, fewest + more);
      }
      Violation.unless(
          refused > SIZES / 2,
          "only at " + refused + " of " + SIZES + " sizes was anything refused");
      return Done.of("sizes", SIZES).and("pages at least", fewest).and("times full", refused);
    }

    private void one(Path file, int pages) {
      Seam.limitPages(pages);
      try (Session session = new Session(file, Durability.NORMAL)) {
        int taken = takeUntilFull(session, pages);
        Seam.limitPages(0);
        new Checker(reference).resume(session, taken);
      } finally {
        Seam.limitPages(0);
      }
    }

    /** How many steps were taken before one was refused. */
    private int takeUntilFull(Session session, int pages) {
      for (int step = 1; step <= reference.size(); step++) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
          if (!isRefused(session, step, pages)) {
            Violation.unless(attempt == 1, session.name(step) + " was refused once only");
            break;
          }
          requireNothing(session, step, pages);
          if (attempt == TRIES) {
            refused++;
            return step - 1;
          }
        }
      }
      return reference.size();
    }

    private boolean isRefused(Session session, int step, int pages) {
      try {
        String told = session.take(step);
        Violation.unless(
            told.equals(reference.acknowledgement(step)),
            "Step " + session.name(step) + " at " + pages + " pages was told " + told);
        return false;
      } catch (StorageException e) {
        Checker.checkMessage(e.getMessage());
        Violation.unless(e.getMessage().contains("the disk is full"), e.getMessage());
        return true;
      }
    }

    private void requireNothing(Session session, int step, int pages) {
      String state = session.state();
      String what = "Step " + session.name(step) + ", refused at " + pages + " pages, ";
      Violation.unless(
          state.equals(reference.state(step - 1)),
          what + "left something" + reference.difference(step - 1, state));
      Violation.unless(
          session.findings().isEmpty(), what + "left what the doctor finds: " + session.findings());
    }
  }
}
