package dev.arborist.cli.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose queue fails at times: a real queue behind a proxy that fails where it is told. */
class WorkFaultsTest {

  /** Decides what a call of the queue comes to. */
  private interface Fault {

    /** Fails, or lets the call pass by doing nothing. */
    void before(String method) throws Exception;

    /** Fails although a completion was stored. */
    default void afterCompletion() {}
  }

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
    return arborist.queue().enqueue(NewTask.of(prompt).maxRetries(0).build()).number();
  }

  private Task task(TaskNumber number) {
    return arborist.browser().get(number).task();
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Object call(TaskQueue queue, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(queue, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private TaskQueue failing(Fault fault) {
    return (TaskQueue)
        Proxy.newProxyInstance(
            TaskQueue.class.getClassLoader(),
            new Class<?>[] {TaskQueue.class},
            (proxy, method, arguments) -> {
              fault.before(method.getName());
              Object result = call(arborist.queue(), method, arguments);
              if (method.getName().equals("complete")) {
                fault.afterCompletion();
              }
              return result;
            });
  }

  private int work(Fault fault, Duration lease, String... words) throws InterruptedException {
    WorkSettings settings =
        new WorkSettings(
            "me",
            ClaimFilter.ANY,
            lease,
            2,
            Duration.ofMillis(20),
            WorkSettings.ENDLESS,
            true,
            false,
            Duration.ofMillis(200));
    ProgramSettings program =
        new ProgramSettings(
            new Invocation(List.of(words), directory, file.toString()),
            Duration.ofSeconds(1),
            false,
            List.of());
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new WorkLoop(
            failing(fault),
            arborist.browser(),
            arborist.clock(),
            settings,
            program,
            said,
            err,
            false)
        .run();
  }

  /** Fails so often. */
  private static Fault failing(String name, int times) {
    AtomicInteger calls = new AtomicInteger();
    return method -> {
      if (method.equals(name) && calls.incrementAndGet() <= times) {
        throw new StorageException("cannot change it: the disk is full");
      }
    };
  }

  @Test
  void aCompletionThatCannotBeStoredIsTriedAgain() throws Exception {
    TaskNumber number = add("a");
    assertEquals(0, work(failing("complete", 2), Duration.ofSeconds(30), "true"));
    assertEquals(TaskStatus.COMPLETED, task(number).status());
    assertEquals(1, task(number).progress().token(), "it ran once");
  }

  @Test
  void aCompletionThatWasKeptAllTheSameIsNotRepeated() throws Exception {
    TaskNumber number = add("a");
    Fault lost =
        new Fault() {
          @Override
          public void before(String method) {}

          @Override
          public void afterCompletion() {
            throw new StorageException("whether the change was kept is unknown");
          }
        };
    assertEquals(0, work(lost, Duration.ofSeconds(30), "true"));
    assertEquals(TaskStatus.COMPLETED, task(number).status());
    assertTrue(said().contains("completed #1 after "), said());
  }

  @Test
  void whatCannotBeStoredBeforeTheLeaseEndsIsLostAndEndsTheWorker() {
    TaskNumber number = add("a");
    Fault full =
        method -> {
          if (!method.equals("claim")) {
            throw new StorageException("cannot change it: the disk is full");
          }
        };
    StorageException failure =
        assertThrows(StorageException.class, () -> work(full, Duration.ofSeconds(1), "true"));
    assertEquals(
        "what came of #1 is not stored: cannot change it: the disk is full", failure.getMessage());
    assertEquals(TaskStatus.FAILED, task(number).status(), "its lease ran out");
  }

  @Test
  void aProgramWhoseLeaseCannotBeRenewedIsEnded() throws Exception {
    add("a");
    Fault full =
        method -> {
          if (method.equals("heartbeat")) {
            throw new StorageException("cannot change it: the disk is full");
          }
        };
    assertEquals(0, work(full, Duration.ofSeconds(1), "sleep", "300"));
    assertTrue(said().contains(": its lease ran out unrenewed; cannot change it: "), said());
  }

  @Test
  void oneRenewalThatFailsLosesNothing() throws Exception {
    TaskNumber number = add("a");
    assertEquals(0, work(failing("heartbeat", 1), Duration.ofSeconds(2), "sleep", "3"));
    assertEquals(TaskStatus.COMPLETED, task(number).status());
  }

  @Test
  void aClaimThatFailsIsTriedAgain() throws Exception {
    TaskNumber number = add("a");
    assertEquals(0, work(failing("claim", 2), Duration.ofSeconds(30), "true"));
    assertEquals(TaskStatus.COMPLETED, task(number).status());
    assertEquals(1, said().lines().filter(line -> line.contains("tries again")).count(), said());
  }

  @Test
  void claimsThatFailForTooLongEndTheWorkerWhenItsProgramsHaveEnded() {
    TaskNumber number = add("a");
    AtomicInteger claims = new AtomicInteger();
    Fault full =
        method -> {
          if (method.equals("claim") && claims.incrementAndGet() > 1) {
            throw new StorageException("cannot change it: the disk is full");
          }
        };
    assertThrows(StorageException.class, () -> work(full, Duration.ofSeconds(30), "sleep", "1"));
    assertEquals(TaskStatus.COMPLETED, task(number).status());
  }

  @Test
  void aBugIsNotHidden() {
    for (String name : List.of("claim", "heartbeat", "complete")) {
      add(name);
      IllegalStateException bug = new IllegalStateException(name);
      Fault broken =
          method -> {
            if (method.equals(name)) {
              throw bug;
            }
          };
      assertSame(
          bug,
          assertThrows(
              IllegalStateException.class, () -> work(broken, Duration.ofSeconds(2), "sleep", "2")),
          name);
    }
    assertTrue(said().contains("released #1 after "), "without renewals nothing goes on");
  }

  /** Else it would be given to one worker after another. */
  @Test
  void aTaskThatBreaksItsWorkerHasFailed() {
    TaskNumber number = add("a");
    Fault broken =
        method -> {
          if (method.equals("complete")) {
            throw new IllegalStateException("no way out");
          }
        };
    assertThrows(IllegalStateException.class, () -> work(broken, Duration.ofSeconds(30), "true"));
    assertEquals(TaskStatus.FAILED, task(number).status());
    assertEquals(
        "the worker failed: java.lang.IllegalStateException: no way out",
        arborist.browser().get(number).error());
  }
}
