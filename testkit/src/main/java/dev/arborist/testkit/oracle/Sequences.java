package dev.arborist.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Random sequences of operations on a queue and its model, and the report when they differ. */
final class Sequences {

  /** The name under which the queue is opened on both sides. */
  static final String ACTOR = "tester";

  private static final int OPERATIONS = 60;
  private static final int RERUNS_MAX = 200;

  private static final Pattern WHAT_VARIES =
      Pattern.compile("\\[.*|\\(.*?\\)|[0-9]|\\R.*", Pattern.DOTALL);

  private final Bench bench;
  private final BiConsumer<Operation, Lockstep.Step> witness;

  /**
   * Sequences on new queues of this bench.
   *
   * @param witness is told of every step
   */
  Sequences(Bench bench, BiConsumer<Operation, Lockstep.Step> witness) {
    this.bench = bench;
    this.witness = witness;
  }

  /** How a run went: what was done until something differed, and what. */
  private record Run(List<Operation> operations, List<String> differences) {

    boolean failed() {
      return !differences.isEmpty();
    }
  }

  /** Decides what comes next; null ends the run. */
  private interface Script {
    @Nullable Operation next(int step);
  }

  /** Runs the sequence of a seed; gives a report when the queue and its model differ. */
  Optional<String> run(long seed) {
    Run run = run(lockstep -> script(seed, lockstep));
    return run.failed() ? Optional.of(report(seed, run)) : Optional.empty();
  }

  private static Script script(long seed, Lockstep lockstep) {
    OperationGenerator generator = new OperationGenerator(seed, lockstep.model(), lockstep.clock());
    return step -> {
      if (step == OPERATIONS) {
        return new Operation.Diagnose();
      }
      return step < OPERATIONS ? generator.next() : null;
    };
  }

  private Run replay(List<Operation> operations) {
    return run(lockstep -> step -> step < operations.size() ? operations.get(step) : null);
  }

  private Run run(Function<Lockstep, Script> scripts) {
    return bench.with(subject -> run(new Lockstep(subject, ACTOR), scripts));
  }

  private Run run(Lockstep lockstep, Function<Lockstep, Script> scripts) {
    Script script = scripts.apply(lockstep);
    List<Operation> done = new ArrayList<>();
    List<String> differences = List.of();
    while (differences.isEmpty()) {
      Operation next = script.next(done.size());
      if (next == null) {
        break;
      }
      done.add(next);
      Lockstep.Step step = lockstep.step(next);
      witness.accept(next, step);
      differences = step.differences();
    }
    return new Run(done, differences);
  }

  /** What kind of difference it is, so that a shorter run is not about something else. */
  private static String likeness(Run run) {
    if (!run.failed()) {
      return "";
    }
    String first = run.differences().get(0);
    String last = run.operations().get(run.operations().size() - 1).getClass().getSimpleName();
    return first.startsWith("stored") ? last : last + WHAT_VARIES.matcher(first).replaceAll("");
  }

  private String report(long seed, Run run) {
    String like = likeness(run);
    Shrinking shrinking =
        new Shrinking(operations -> likeness(replay(operations)).equals(like), RERUNS_MAX);
    Run shortest = replay(shrinking.shrink(run.operations()));
    StringBuilder text = new StringBuilder(1_000);
    text.append("the queue and its model differ; seed ").append(seed);
    text.append(", step ").append(run.operations().size()).append(":\n");
    run.differences().forEach(line -> text.append("  ").append(line).append('\n'));
    text.append("the shortest operations that were found to fail:\n");
    shortest.operations().forEach(one -> text.append("  ").append(one).append('\n'));
    text.append("and what differs then:\n");
    shortest.differences().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }
}
