package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.in.ExportSink;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.testkit.TestClock;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** An open queue on which the steps of the script are taken, at their times and with their ids. */
final class Session implements AutoCloseable {

  /** The same ids for a step whenever it is taken, and however often. */
  private static final class StepIds implements IdSource {

    private static final int IDS_PER_STEP_MAX = 100;

    private long last;

    synchronized void begin(int step) {
      last = (long) step * IDS_PER_STEP_MAX;
    }

    @Override
    public synchronized TaskId next() {
      last++;
      return new TaskId(new UUID(0x7000L, Long.MIN_VALUE | last));
    }
  }

  private final TestClock clock = new TestClock();
  private final StepIds ids = new StepIds();
  private final List<Script.Step> steps = Script.steps();
  private final Arborist arborist;

  Session(Path file, Durability durability) {
    arborist = Arborist.at(file).clock(clock).ids(ids).durability(durability).open();
  }

  /** How many steps there are; they are counted from 1. */
  int size() {
    return steps.size();
  }

  String name(int step) {
    return step + " (" + steps.get(step - 1).name() + ")";
  }

  /** Takes a step, and tells what was acknowledged, in one line. */
  String take(int step) {
    Script.Step taken = steps.get(step - 1);
    setTime(step);
    ids.begin(step);
    return String.valueOf(taken.operation().run(arborist));
  }

  /** Lets it be the time of a step. */
  void setTime(int step) {
    clock.set(TestClock.START.plus(steps.get(Math.max(step, 1) - 1).at()));
  }

  /** Everything that the queue keeps, as stored. */
  String state() {
    StringBuilder state = new StringBuilder();
    arborist
        .browser()
        .export(
            new ExportSink() {
              @Override
              public void task(TaskDetails details, List<TaskEvent> events) {
                state.append(details).append('\n');
                events.forEach(event -> state.append(event).append('\n'));
              }

              @Override
              public void pruned(TaskEvent event) {
                state.append(event).append('\n');
              }

              @Override
              public void specification(SpecificationDocument document) {
                state.append(document).append('\n');
              }
            });
    return state.toString();
  }

  /** What SQLite and the doctor find wrong. */
  List<Finding> findings() {
    return arborist.upkeep().diagnose(false).findings();
  }

  @Override
  public void close() {
    arborist.close();
  }
}
