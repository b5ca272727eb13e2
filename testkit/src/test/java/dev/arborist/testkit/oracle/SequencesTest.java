package dev.arborist.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.history.EventReason;
import dev.arborist.domain.task.Cancellation;
import dev.arborist.domain.task.Revival;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.testkit.TestClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The oracle itself: does it come to where mistakes may be, and does it see them? */
class SequencesTest {

  private static final int SEEDS = 200;

  /** A bench on which the queue is a model too, perhaps with a mistake. */
  private record ModelBench(UnaryOperator<TaskQueue> mistake, List<QueueModel> made)
      implements Bench {

    @Override
    public <T> T with(Function<Subject, T> run) {
      TestClock clock = new TestClock();
      QueueModel model = new QueueModel(clock, Sequences.ACTOR, ModelBench::idOf);
      made.add(model);
      return run.apply(new Subject(mistake.apply(model), model.browser(), model, clock));
    }

    private static TaskId idOf(TaskNumber number) {
      return new TaskId(new UUID(7, number.value()));
    }
  }

  @Test
  void theSequencesReachEveryReasonRefusalAndConsequence() {
    List<QueueModel> models = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    Sequences sequences =
        new Sequences(
            new ModelBench(queue -> queue, models), (operation, step) -> note(step, seen));
    for (long seed = 1; seed <= SEEDS; seed++) {
      assertEquals(Optional.empty(), sequences.run(seed));
    }
    EnumSet<EventReason> reasons = EnumSet.noneOf(EventReason.class);
    models.forEach(model -> model.state().events.forEach(event -> reasons.add(event.reason())));
    EnumSet<EventReason> others = EnumSet.of(EventReason.IMPORTED, EventReason.REPAIRED);
    assertEquals(EnumSet.complementOf(others), reasons);
    assertEquals(
        List.of(
            "ChangeRefusedException",
            "DependencyCycleException",
            "InvalidInputException",
            "KeyConflictException",
            "NotLinkedException",
            "PrerequisiteRefusedException",
            "PruneRefusedException",
            "StaleTokenException",
            "TransitionRefusedException",
            "UnknownTaskException",
            "cascaded",
            "kept for a child",
            "kept for a dependent",
            "left",
            "partial",
            "revived"),
        List.copyOf(seen));
  }

  private static void note(Lockstep.Step step, Set<String> seen) {
    if (step.outcome() instanceof Lockstep.Refusal refusal) {
      seen.add(refusal.type());
    } else if (step.outcome() instanceof Cancellation done && done.cancelled().size() > 1) {
      seen.add("cascaded");
    } else if (step.outcome() instanceof Revival done) {
      noteIf(!done.revived().isEmpty(), "revived", seen);
      noteIf(!done.left().isEmpty(), "left", seen);
    } else if (step.outcome() instanceof PruneReport report) {
      noteIf(report.partial() > 0, "partial", seen);
      noteIf(report.keptForChildren() > 0, "kept for a child", seen);
      noteIf(report.keptForDependents() > 0, "kept for a dependent", seen);
    }
  }

  private static void noteIf(boolean happened, String what, Set<String> seen) {
    if (happened) {
      seen.add(what);
    }
  }

  @Test
  void aMistakeIsFoundAndTheReportNamesTheFewOperationsThatItTakes() {
    Sequences sequences =
        new Sequences(
            new ModelBench(SequencesTest::cancellingChildren, new ArrayList<>()),
            (operation, step) -> {});
    String report = firstReport(sequences);
    String shortest = report.substring(report.indexOf("the shortest"));
    assertTrue(shortest.contains("Cancel[number="), report);
    assertTrue(shortest.lines().filter(line -> line.startsWith("  Enqueue")).count() <= 8, report);
    assertTrue(shortest.contains("progress.status: the queue has CANCELLED"), report);
  }

  private static String firstReport(Sequences sequences) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Optional<String> report = sequences.run(seed);
      if (report.isPresent()) {
        return report.get();
      }
    }
    throw new AssertionError("the mistake was not found");
  }

  /** A queue that cancels the children of what it is to cancel, which it must not. */
  private static TaskQueue cancellingChildren(TaskQueue queue) {
    return (TaskQueue)
        Proxy.newProxyInstance(
            TaskQueue.class.getClassLoader(),
            new Class<?>[] {TaskQueue.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(queue, arguments);
                if (method.getName().equals("cancel")) {
                  queue.cancelSubtree((TaskNumber) arguments[0]);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
