package dev.arborist.testkit.oracle;

import dev.arborist.domain.task.QueueException;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.testkit.TestClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue and its model, taking every step together. */
final class Lockstep {

  private final Map<TaskNumber, TaskId> ids = new TreeMap<>();
  private final TestClock modelClock = new TestClock();
  private final QueueModel model;
  private final Subject queueSide;
  private final Subject modelSide;
  private Snapshot seen;
  private long seenRevision;

  Lockstep(Subject queueSide, String actor) {
    this.queueSide = queueSide;
    model = new QueueModel(modelClock, actor, this::idOf);
    modelSide = new Subject(model, model.browser(), model, modelClock);
    seenRevision = queueSide.browser().revision();
    seen = Snapshot.of(queueSide.browser());
  }

  /** The model, for whoever decides what to do next. */
  QueueModel model() {
    return model;
  }

  TestClock clock() {
    return modelClock;
  }

  /** Which ids tasks get is the queue's affair; the model has the same. */
  private TaskId idOf(TaskNumber number) {
    return ids.getOrDefault(number, new TaskId(new UUID(0, number.value())));
  }

  /**
   * What one step led to.
   *
   * @param outcome what the queue gave
   * @param differences one line for each field that differs then; none when all is well
   */
  record Step(@Nullable Object outcome, List<String> differences) {}

  /** Does one thing on both sides. */
  Step step(Operation operation) {
    Object queueOutcome = outcome(operation, queueSide);
    long revision = queueSide.browser().revision();
    Snapshot stored = Snapshot.of(queueSide.browser());
    List<TaskNumber> added = new ArrayList<>();
    for (TaskDetails details : stored.tasks()) {
      if (ids.putIfAbsent(details.task().number(), details.task().id()) == null) {
        added.add(details.task().number());
      }
    }
    model.numbersWillBe(added);
    Object modelOutcome = outcome(operation, modelSide);
    if (isAnyRefusal(operation, queueOutcome, modelOutcome)) {
      modelOutcome = queueOutcome;
    }
    List<String> lines =
        new ArrayList<>(Difference.between("the outcome", queueOutcome, modelOutcome));
    lines.addAll(Difference.between("stored", stored, Snapshot.of(modelSide.browser())));
    if (!stored.equals(seen) && seenRevision == queueSide.browser().revision()) {
      lines.add("the revision is that of another state");
    }
    seen = stored;
    seenRevision = revision;
    return new Step(queueOutcome, lines);
  }

  /** A batch may be wrong in several ways, and it is not laid down which of them is named. */
  private static boolean isAnyRefusal(
      Operation operation, @Nullable Object queueOutcome, @Nullable Object modelOutcome) {
    return operation instanceof Operation.EnqueueAll
        && queueOutcome instanceof Refusal
        && modelOutcome instanceof Refusal;
  }

  /** A result, or a refusal by its class; any other exception with its trace. */
  private static @Nullable Object outcome(Operation operation, Subject subject) {
    try {
      return operation.run(subject);
    } catch (QueueException refused) {
      return new Refusal(refused.getClass().getSimpleName(), String.valueOf(refused.getMessage()));
    } catch (RuntimeException failed) {
      StringWriter trace = new StringWriter();
      failed.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }

  /** A refusal; the words of it are for reading and do not count. */
  static final class Refusal {

    private final String type;
    private final String message;

    Refusal(String type, String message) {
      this.type = type;
      this.message = message;
    }

    String type() {
      return type;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Refusal refusal && refusal.type.equals(type);
    }

    @Override
    public int hashCode() {
      return type.hashCode();
    }

    @Override
    public String toString() {
      return type + " (" + message + ")";
    }
  }
}
