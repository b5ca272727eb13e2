package dev.arborist.determinism.repetition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.determinism.lab.LabReport;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskId;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.workload.Shape;
import dev.arborist.domain.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The critical operations, each on a new queue in every repetition and compared with what the first
 * repetition gave.
 *
 * <p>Repetition in one JVM finds what depends on threads and on state left behind. It does not find
 * what differs between JVMs.
 */
@ExtendWith(LabReport.class)
@TestInstance(Lifecycle.PER_CLASS)
class RepetitionTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int TASKS = 500;
  private static final int THREADS = 8;
  private static final int ENQUEUES = 200;

  private @Nullable String firstLayout;
  private byte @Nullable [] firstRendering;
  private @Nullable List<TaskNumber> firstClaims;
  private @Nullable List<TaskDetails> firstList;

  @BeforeAll
  void sayHowOften() {
    System.out.println(
        "Each critical operation is repeated "
            + RepetitionExtension.count()
            + " times on workloads of seed 42; -D"
            + RepetitionExtension.COUNT
            + "=N changes that.");
  }

  private static Arborist open(Path directory) {
    Path file = directory.resolve("queue.db");
    Arborist.create(file);
    AtomicLong last = new AtomicLong();
    IdSource ids = () -> new TaskId(new UUID(0x7000L, Long.MIN_VALUE | last.incrementAndGet()));
    return Arborist.at(file)
        .clock(() -> NOW)
        .ids(ids)
        .durability(Durability.NORMAL) // which result a call gives does not depend on the disk
        .open();
  }

  private static Arborist filled(Path directory) {
    Arborist arborist = open(directory);
    new Workload(Shape.RANDOM, TASKS, 42).tasks().forEach(arborist.queue()::enqueue);
    return arborist;
  }

  @Repeated
  void theLayoutIsTheSame(@TempDir Path directory) {
    StringBuilder layout = new StringBuilder();
    try (Arborist arborist = filled(directory)) {
      TaskTree tree = arborist.browser().tree(TreeView.TREE);
      for (int node = 0; node < tree.size(); node++) {
        layout
            .append(tree.number(node))
            .append(' ')
            .append(tree.depth(node))
            .append(' ')
            .append(tree.priority(node))
            .append(' ')
            .append(tree.status(node).label())
            .append('\n');
      }
    }
    firstLayout = firstLayout == null ? layout.toString() : firstLayout;
    assertEquals(firstLayout, layout.toString());
    assertEquals(TASKS, layout.toString().lines().count());
  }

  @Repeated
  void theRenderedBytesAreTheSame(@TempDir Path directory) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Arborist arborist = filled(directory)) {
      TextTree renderer = new TextTree(TreeStyle.PLAIN.colours(ColourDepth.TRUECOLOR).width(80));
      for (TreeView view : TreeView.values()) {
        TreeSnapshot snapshot = arborist.browser().snapshot(view, TaskFilter.ALL);
        renderer.render(snapshot.visibility(), snapshot.labels(), 0, Integer.MAX_VALUE, out);
      }
    }
    firstRendering = firstRendering == null ? out.toByteArray() : firstRendering;
    assertArrayEquals(firstRendering, out.toByteArray());
  }

  @Repeated
  void theListIsTheSame(@TempDir Path directory) {
    try (Arborist arborist = filled(directory)) {
      List<TaskDetails> list = arborist.browser().list(TaskQuery.ALL).tasks();
      firstList = firstList == null ? list : firstList;
      assertEquals(firstList, list);
      assertEquals(TASKS, list.size());
    }
  }

  @Repeated
  void theOrderOfClaimsIsTheSame(@TempDir Path directory) {
    List<TaskNumber> claimed = new ArrayList<>();
    try (Arborist arborist = filled(directory)) {
      for (List<Claim> claims = claim(arborist); !claims.isEmpty(); claims = claim(arborist)) {
        for (Claim claim : claims) {
          TaskNumber number = claim.details().task().number();
          claimed.add(number);
          arborist.queue().complete(number, claim.token(), null);
        }
      }
    }
    firstClaims = firstClaims == null ? claimed : firstClaims;
    assertEquals(firstClaims, claimed);
    assertEquals(TASKS, claimed.size(), "every task was claimed once");
  }

  private static List<Claim> claim(Arborist arborist) {
    return arborist.queue().claim("worker", 3, Duration.ofMinutes(1));
  }

  @Repeated
  void concurrentEnqueuesAreAllStoredUnderDistinctIds(@TempDir Path directory) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Arborist arborist = open(directory)) {
      List<Callable<TaskId>> work = new ArrayList<>();
      for (int i = 0; i < ENQUEUES; i++) {
        NewTask task = NewTask.of("task " + i).build();
        work.add(() -> arborist.queue().enqueue(task).id());
      }
      Set<TaskId> acknowledged = new TreeSet<>();
      for (Future<TaskId> added : threads.invokeAll(work)) {
        acknowledged.add(added.get());
      }
      Set<TaskId> stored = new TreeSet<>();
      Set<TaskNumber> numbers = new TreeSet<>();
      arborist
          .browser()
          .list(TaskQuery.ALL)
          .tasks()
          .forEach(
              details -> {
                stored.add(details.task().id());
                numbers.add(details.task().number());
              });
      assertEquals(acknowledged, stored);
      assertEquals(ENQUEUES, stored.size());
      assertEquals(ENQUEUES, numbers.size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Repeated
  void concurrentClaimsHandOutEveryTaskOnce(@TempDir Path directory) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Arborist arborist = open(directory)) {
      for (int i = 0; i < ENQUEUES; i++) {
        arborist.queue().enqueue(NewTask.of("task " + i).build());
      }
      List<Callable<List<Claim>>> work = new ArrayList<>();
      for (int i = 0; i < ENQUEUES; i++) {
        work.add(() -> arborist.queue().claim("worker", 2, Duration.ofMinutes(1)));
      }
      List<TaskNumber> claimed = new ArrayList<>();
      for (Future<List<Claim>> claims : threads.invokeAll(work)) {
        claims.get().forEach(claim -> claimed.add(claim.details().task().number()));
      }
      assertEquals(ENQUEUES, claimed.size());
      assertEquals(ENQUEUES, new TreeSet<>(claimed).size());
    } finally {
      threads.shutdownNow();
    }
  }
}
