package dev.arborist.determinism.hostile;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.upkeep.Finding;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Each page of a small queue zeroed or with some bits flipped, and the log behind it cut off at
 * many places.
 *
 * <p>A damaged page must be told in a line, or not matter. A log that is cut off is what a machine
 * leaves that has lost its power: the queue is then as it was at some time before.
 */
public final class DamageExperiment implements Experiment {

  private static final int PAGE_BYTES = 4096;
  private static final int FLIPS = 2;
  private static final int CUTS = 100;
  private static final int TASKS = 30;

  private final SplittableRandom random = new SplittableRandom(5);
  private int pages;
  private int noticed;

  /** As much as a build does. */
  public DamageExperiment() {}

  @Override
  public Done run(Path directory) throws Exception {
    Path queue = directory.resolve("queue.db");
    fill(queue);
    damagePages(directory, Files.readAllBytes(queue));
    cutTheLog(directory);
    return Done.of("damaged pages", pages * (1L + FLIPS))
        .and("times told in a line", noticed)
        .and("cuts of the log", CUTS + 1L);
  }

  private static Arborist open(Path file) {
    return Arborist.at(file)
        .clock(new TestClock())
        .ids(new SequentialIds())
        .durability(Durability.NORMAL)
        .open();
  }

  private static void fill(Path queue) {
    Arborist.create(queue);
    try (Arborist arborist = open(queue)) {
      work(arborist);
    }
  }

  private static void work(Arborist arborist) {
    for (int i = 0; i < TASKS; i++) {
      NewTask.Builder task = NewTask.of("task " + i).payload("{\"i\":" + i + "}");
      if (i > 2) {
        task.parent(TaskNumber.of(i / 2)).prerequisites(List.of(TaskNumber.of(i - 1)));
      }
      arborist.queue().enqueue(task.build());
      if (i % 3 == 0) {
        for (Claim claim : arborist.queue().claim("worker", 1, Duration.ofHours(1))) {
          arborist.queue().complete(claim.details().task().number(), claim.token(), "{}");
        }
      }
    }
  }

  private void damagePages(Path directory, byte[] whole) throws IOException {
    pages = whole.length / PAGE_BYTES;
    for (int page = 0; page < pages; page++) {
      byte[] zeroed = whole.clone();
      Arrays.fill(zeroed, page * PAGE_BYTES, (page + 1) * PAGE_BYTES, (byte) 0);
      use(directory, "zeroed-" + page, zeroed);
      for (int flip = 0; flip < FLIPS; flip++) {
        byte[] flipped = whole.clone();
        for (int i = 0; i < 8; i++) {
          int at = page * PAGE_BYTES + random.nextInt(PAGE_BYTES);
          flipped[at] = (byte) (flipped[at] ^ 1 << random.nextInt(8));
        }
        use(directory, "flipped-" + page + "-" + flip, flipped);
      }
    }
    Violation.unless(noticed > pages, "only " + noticed + " of the damages were noticed");
  }

  private void use(Path directory, String name, byte[] bytes) throws IOException {
    Path own = Files.createDirectory(directory.resolve(name));
    Path file = Files.write(own.resolve("queue.db"), bytes);
    noticed += new DamagedFile(file, name).use() ? 1 : 0;
  }

  private void cutTheLog(Path directory) throws Exception {
    Path origin = Files.createDirectory(directory.resolve("origin"));
    Path copy = Files.createDirectory(directory.resolve("copy"));
    Path queue = origin.resolve("queue.db");
    Arborist.create(queue);
    List<TaskEvent> all;
    try (Arborist arborist = open(queue)) {
      work(arborist);
      all = arborist.browser().events(new EventQuery(null, 0, 0));
      // By another process: closing the file in this one would drop SQLite's locks.
      Process cp =
          new ProcessBuilder("cp", queue.toString(), queue + "-wal", copy.toString())
              .inheritIO()
              .start();
      Violation.unless(cp.waitFor() == 0, "the queue cannot be copied");
    }
    byte[] main = Files.readAllBytes(copy.resolve("queue.db"));
    byte[] log = Files.readAllBytes(copy.resolve("queue.db-wal"));
    Violation.unless(log.length > 10 * PAGE_BYTES, "there is no log to cut: " + log.length);
    int before = -1;
    for (int cut = 0; cut <= CUTS; cut++) {
      int length = (int) ((long) log.length * cut / CUTS);
      Path own = Files.createDirectory(directory.resolve("cut-" + cut));
      Path file = Files.write(own.resolve("queue.db"), main);
      Files.write(own.resolve("queue.db-wal"), Arrays.copyOf(log, length));
      int kept = eventsAfter(file, "the log cut at " + length, all);
      Violation.unless(kept >= before, "less is kept of a longer log");
      before = kept;
    }
    Violation.unless(before == all.size(), "of the whole log " + before + " events are kept");
  }

  private static int eventsAfter(Path file, String damage, List<TaskEvent> all) {
    try (Arborist arborist = open(file)) {
      List<TaskEvent> kept = arborist.browser().events(new EventQuery(null, 0, 0));
      Violation.unless(
          kept.equals(all.subList(0, kept.size())), damage + ": no beginning of the history");
      List<Finding> findings = arborist.upkeep().diagnose(false).findings();
      Violation.unless(findings.isEmpty(), damage + ": the doctor finds " + findings);
      long completed = arborist.browser().statistics().count(TaskStatus.COMPLETED);
      long told = kept.stream().filter(event -> event.to() == TaskStatus.COMPLETED).count();
      Violation.unless(completed == told, damage + ": " + completed + " completed, not " + told);
      return kept.size();
    }
  }
}
