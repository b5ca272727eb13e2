package dev.arborist.cli.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.Arborist;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker on a machine that refuses it what it usually has. */
class WorkMachineTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path file;
  private Arborist arborist;

  @BeforeEach
  void open() {
    file = directory.resolve("queue.db");
    Arborist.create(file);
    arborist = Arborist.open(file);
  }

  @AfterEach
  void close() {
    arborist.close();
  }

  private TaskNumber add(String prompt) {
    return arborist.queue().enqueue(NewTask.of(prompt).build()).number();
  }

  private TaskStatus status(TaskNumber number) {
    return arborist.browser().get(number).task().status();
  }

  private List<String> said() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private ProgramSettings program(String... words) {
    Invocation invocation = new Invocation(List.of(words), directory, file.toString());
    return new ProgramSettings(invocation, Duration.ofSeconds(1), false, List.of());
  }

  private Hold hold(Machine machine, Duration lease) {
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    Workplace place =
        new Workplace(
            arborist.queue(),
            arborist.browser(),
            lease,
            program("true"),
            new Outputs(said, err),
            new WorkLog(err, false),
            new StopRequest(false),
            machine);
    Claim claim = arborist.queue().claim("me", 1, lease, ClaimFilter.ANY).get(0);
    return new Hold(place, claim, () -> {});
  }

  private int work(Machine machine, int jobs, String... words) throws Throwable {
    WorkSettings settings =
        new WorkSettings(
            "me",
            ClaimFilter.ANY,
            Duration.ofSeconds(30),
            jobs,
            Duration.ofMillis(20),
            WorkSettings.ENDLESS,
            true,
            false,
            Duration.ofMillis(200));
    ProgramSettings program = program(words);
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    WorkLoop loop =
        new WorkLoop(
            arborist.queue(), arborist.browser(), settings, program, said, err, false, machine);
    FutureTask<Integer> run = new FutureTask<>(loop::run);
    Thread thread = new Thread(run, "worker");
    thread.setDaemon(true); // one that hangs should not hang the tests
    thread.start();
    try {
      return run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  /** A machine that has no thread for what is named like this. */
  private static Machine without(String name) {
    return new Machine(
        work ->
            new Thread(work) {
              @Override
              public synchronized void start() {
                if (getName().startsWith(name)) {
                  throw new OutOfMemoryError("unable to create native thread");
                }
                super.start();
              }
            },
        System::nanoTime,
        InstantSource.system());
  }

  private String cannotStart(Machine machine, int jobs, String... words) {
    return assertThrows(InvalidInputException.class, () -> work(machine, jobs, words)).getMessage();
  }

  @Test
  void aTaskForWhoseRunThereIsNoThreadIsReleasedAndEndsTheWorker() {
    TaskNumber number = add("a");
    assertEquals(
        "cannot start 'true': unable to create native thread; its task was released",
        cannotStart(without("arborist-run"), 1, "true"));
    assertEquals(TaskStatus.READY, status(number));
    assertEquals("claimed #1 a", said().get(0));
    assertTrue(said().get(1).matches("released #1 after .*: its program cannot be started"));
    assertEquals(2, said().size());
  }

  @Test
  void whatWasClaimedWithItIsReleasedAndWhatRunsMayFinish() {
    List<TaskNumber> numbers = List.of(add("a"), add("b"), add("c"), add("d"));
    cannotStart(without("arborist-run #2"), 3, "sleep", "0.5");
    assertEquals(
        List.of(TaskStatus.COMPLETED, TaskStatus.READY, TaskStatus.READY, TaskStatus.READY),
        numbers.stream().map(this::status).toList());
    assertEquals(1, arborist.browser().events(new EventQuery(numbers.get(3), 0, 0)).size());
    assertFalse(said().contains("claimed #3 c"), "it never ran");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arborist-out", "arborist-err"})
  void aProgramWhoseOutputNobodyCanReadIsNotLeftRunning(String thread) {
    TaskNumber number = add("a");
    assertEquals(
        "cannot start 'touch': unable to create native thread; its task was released",
        cannotStart(without(thread), 1, "touch", "ran"));
    assertEquals(TaskStatus.READY, status(number));
    assertFalse(Files.exists(directory.resolve("ran")));
  }

  @Test
  void aWorkerWithoutAHeartbeatClaimsNothing() {
    TaskNumber number = add("a");
    assertEquals(
        "the worker cannot start: unable to create native thread",
        cannotStart(without("arborist-heartbeat"), 1, "true"));
    assertEquals(1, arborist.browser().events(new EventQuery(number, 0, 0)).size());
  }

  /** The clock goes back when the first program starts, and the queue's own goes on. */
  @Test
  void aClockThatIsSetBackHidesNoCancellation() throws Throwable {
    TaskNumber number = add("a");
    InstantSource clock =
        () ->
            Instant.now()
                .minus(
                    Files.exists(directory.resolve("runs")) ? Duration.ofHours(1) : Duration.ZERO);
    Machine machine = new Machine(Thread::new, System::nanoTime, clock);
    Thread canceller =
        new Thread(
            () -> {
              while (!Files.exists(directory.resolve("runs"))) {
                Thread.onSpinWait();
              }
              arborist.queue().cancel(number, null);
            });
    canceller.start();
    assertEquals(0, work(machine, 1, "sh", "-c", "touch runs; exec sleep 300"));
    canceller.join();
    assertEquals(TaskStatus.CANCELLED, status(number));
  }

  @Test
  void aLeaseIsRenewedByTheTimeThatPassesAndEndsByTheClock() {
    add("a");
    AtomicLong nanos = new AtomicLong();
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    Machine machine = new Machine(Thread::new, nanos::get, now::get);
    Hold hold = hold(machine, Duration.ofSeconds(9));
    assertEquals(Duration.ofSeconds(3), hold.untilNextBeat());
    now.set(now.get().minus(Duration.ofDays(1)));
    assertEquals(Duration.ofSeconds(3), hold.untilNextBeat(), "set back");
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertEquals(Duration.ZERO, hold.untilNextBeat());
    hold.beat();
    assertEquals(Duration.ofSeconds(3), hold.untilNextBeat(), "renewed");
    now.set(Instant.now().plus(Duration.ofDays(1)));
    assertTrue(hold.untilNextBeat().isNegative(), "the machine has slept");
  }
}
