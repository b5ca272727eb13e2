package dev.arborist.determinism.process;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.UnknownOutcomeException;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.RefusedException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.UnknownTaskException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A process that works on a queue until a file says so, or its parent is gone: {@code QUEUE JOURNAL
 * NAME SEED STOP}.
 *
 * <p>It adds tasks that wait for others, claims, renews, completes, fails and gives back, and tries
 * to end what it has held for too long. What the store could not do it asks for again later.
 */
final class Labourer {

  static final long LEASE_MILLIS = 600;

  /** How many tasks it claims at once at most. */
  static final int CLAIMED_MAX = 2;

  private static final int HELD_MAX = 4;

  /** What came of an operation. */
  private enum Answer {
    ACKNOWLEDGED,
    REFUSED,
    UNKNOWN,
    FAILED
  }

  private final TaskQueue queue;
  private final Journal journal;
  private final String name;
  private final SplittableRandom random;
  private final List<Claim> held = new ArrayList<>();
  private final List<TaskNumber> known = new ArrayList<>();

  private Labourer(TaskQueue queue, Journal journal, String name, long seed) {
    this.queue = queue;
    this.journal = journal;
    this.name = name;
    random = new SplittableRandom(seed);
  }

  public static void main(String[] arguments) throws Exception {
    SkewedClock.requireAsAsked();
    Path stop = Path.of(arguments[4]);
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    try (Arborist arborist = Arborist.at(QueuePlace.of(arguments[0])).actor(arguments[2]).open();
        Journal journal = new Journal(Path.of(arguments[1]))) {
      Labourer labourer =
          new Labourer(arborist.queue(), journal, arguments[2], Long.parseLong(arguments[3]));
      while (!Files.exists(stop) && parent.isAlive()) {
        labourer.step();
      }
    }
  }

  private void step() {
    if (held.size() < HELD_MAX && random.nextInt(3) == 0) {
      claim();
    } else if (held.isEmpty() || random.nextInt(4) == 0) {
      enqueue();
    } else {
      end(held.remove(random.nextInt(held.size())));
    }
  }

  /** Writes down what it asks for and what came of it; an acknowledgement by the operation. */
  private Answer ask(Runnable operation, Object... what) {
    journal.add("begin", what);
    try {
      operation.run();
      return Answer.ACKNOWLEDGED;
    } catch (RefusedException | UnknownTaskException e) { // one that was lost is unknown
      journal.add("refused", what);
      return Answer.REFUSED;
    } catch (UnknownOutcomeException e) {
      journal.add("unknown", what);
      return Answer.UNKNOWN;
    } catch (StorageException e) {
      journal.add(isLocked(e) ? "locked" : "failed", what);
      e.printStackTrace(System.out); // read when its process has failed
      return Answer.FAILED;
    }
  }

  /** On a machine that is starved another process may keep a file for ten seconds: a refusal. */
  private static boolean isLocked(StorageException e) {
    return String.valueOf(e.getMessage()).endsWith("kept it locked for 10 seconds; try again");
  }

  private void enqueue() {
    NewTask.Builder task = NewTask.of("task of " + name).basePriority(random.nextInt(11));
    List<Object> what = new ArrayList<>(List.of("add"));
    if (!known.isEmpty() && random.nextBoolean()) {
      TaskNumber one = known.get(random.nextInt(known.size()));
      what.add(one.value());
      task.prerequisites(List.of(one)).parent(one); // refused when it has failed meanwhile
    }
    ask(
        () -> {
          TaskNumber number = queue.enqueue(task.build()).number();
          journal.add("ack", "add", number.value());
          known.add(number);
        },
        what.toArray());
  }

  private void claim() {
    int count = 1 + random.nextInt(CLAIMED_MAX);
    ask(
        () -> {
          for (Claim claim : queue.claim(name, count, lease())) {
            TaskNumber number = claim.details().task().number();
            journal.add("ack", "claim", number.value(), claim.token());
            held.add(claim);
            known.add(number);
          }
        },
        "claim");
  }

  private static Duration lease() {
    return Duration.ofMillis(LEASE_MILLIS);
  }

  private void end(Claim claim) {
    TaskNumber number = claim.details().task().number();
    long token = claim.token();
    int chance = random.nextInt(20);
    String verb =
        chance < 4 ? "renew" : chance < 16 ? "complete" : chance < 18 ? "fail" : "release";
    Answer answer =
        ask(
            () -> {
              switch (verb) {
                case "renew" -> queue.heartbeat(number, token, lease());
                case "complete" -> queue.complete(number, token, "{}");
                case "fail" -> queue.fail(number, token, "no luck");
                default -> queue.release(number, token);
              }
              journal.add("ack", verb, number.value(), token);
            },
            verb,
            number.value(),
            token);
    boolean holds = answer == Answer.FAILED || (verb.equals("renew") && answer != Answer.REFUSED);
    if (holds) {
      held.add(claim);
    }
  }
}
