package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.determinism.crash.FaultPlan.Mode;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Violation;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** A fault before and after every SQL statement of every operation, once and from then on. */
public final class StatementFaultExperiment implements Experiment {

  private static final String EVERY = "crash.every";
  private static final String STEPS = "crash.steps";

  private final int steps;
  private final boolean every;

  /** As many as find the faults that we know of. */
  public StatementFaultExperiment() {
    this(12, false);
  }

  /**
   * An experiment.
   *
   * @param steps how many steps of the script
   * @param every whether each statement fails in all four ways; otherwise in two of them
   */
  StatementFaultExperiment(int steps, boolean every) {
    this.steps = steps;
    this.every = every;
  }

  @Override
  public Done run(Path directory) throws Exception {
    return ThroughSeam.run(
        Inside.class, directory, "-D" + STEPS + "=" + steps, "-D" + EVERY + "=" + every);
  }

  /** The part that is done where connections pass through the seam. */
  static final class Inside implements Experiment {

    /** So many statements has an operation at least: to open, begin, do something and commit. */
    private static final int STATEMENTS_MIN = 5;

    private final boolean every = Boolean.getBoolean(EVERY);
    private @Nullable Path directory;
    private @Nullable Reference reference;
    private @Nullable Session session;
    private int files;
    private int faults;

    @Override
    public Done run(Path work) {
      directory = work;
      reference = Reference.of(work);
      open(0);
      int steps = Math.min(Integer.getInteger(STEPS), reference.size());
      for (int step = 1; step <= steps; step++) {
        int statements = failAll(step);
        Violation.unless(
            statements >= STATEMENTS_MIN,
            "step " + session.name(step) + " ran " + statements + " statements only");
      }
      close();
      return Done.of("faults", faults).and("operations", steps);
    }

    private void open(int taken) {
      files++;
      Path file = directory.resolve("queue-" + files + ".db");
      Arborist.create(file);
      session = new Session(file, Durability.NORMAL);
      for (int step = 1; step <= taken; step++) {
        session.take(step);
      }
    }

    private void close() {
      session.close();
      Violation.unless(Seam.open() == 0, Seam.open() + " connections are left open");
    }

    /** Fails each statement of a step, until the step has no more. */
    private int failAll(int step) {
      int statement = 1;
      while (true) {
        for (Mode mode : modes(statement)) {
          SQLiteErrorCode code =
              statement % 2 == 0 ? SQLiteErrorCode.SQLITE_FULL : SQLiteErrorCode.SQLITE_IOERR;
          FaultPlan plan = new FaultPlan(statement, mode, code);
          boolean taken = attempt(step, plan);
          if (plan.failed() == null) {
            return statement - 1;
          }
          faults++;
          if (taken) {
            close();
            open(step - 1);
          }
        }
        statement++;
      }
    }

    private Set<Mode> modes(int statement) {
      if (every) {
        return EnumSet.allOf(Mode.class);
      }
      return statement % 2 == 0
          ? EnumSet.of(Mode.BEFORE_ONCE, Mode.AFTER_STICKY)
          : EnumSet.of(Mode.BEFORE_STICKY, Mode.AFTER_ONCE);
    }

    /** Whether the step has been taken after all. */
    private boolean attempt(int step, FaultPlan plan) {
      String told;
      Seam.follow(plan);
      try {
        told = session.take(step);
      } catch (StorageException e) {
        Seam.follow(null);
        return afterFailure(step, plan, e);
      } finally {
        Seam.follow(null);
      }
      Violation.unless(
          told.equals(reference.acknowledgement(step)), describe(step, plan) + " was told " + told);
      requireState(step, plan, List.of(step));
      return true;
    }

    private boolean afterFailure(int step, FaultPlan plan, StorageException failure) {
      Checker.checkMessage(failure.getMessage());
      boolean unknown = Checker.isUnknown(failure.getMessage());
      Violation.unless(
          !unknown || "COMMIT".equals(plan.failed()),
          describe(step, plan) + " has an unknown outcome, but the fault was not in the commit");
      return requireState(step, plan, unknown ? List.of(step - 1, step) : List.of(step - 1))
          == step;
    }

    /** Which of the allowed states there is. */
    private int requireState(int step, FaultPlan plan, List<Integer> allowed) {
      Violation.unless(
          session.findings().isEmpty(),
          describe(step, plan) + ": the doctor finds " + session.findings());
      String state = session.state();
      for (int steps : allowed) {
        if (state.equals(reference.state(steps))) {
          return steps;
        }
      }
      throw new Violation(
          describe(step, plan)
              + " left something else"
              + reference.difference(allowed.get(0), state)
              + reference.difference(allowed.get(allowed.size() - 1), state));
    }

    private String describe(int step, FaultPlan plan) {
      return "Step " + session.name(step) + ", failed " + plan;
    }
  }
}
