package dev.arborist.cli.tui;

import dev.arborist.Arborist;
import dev.arborist.adapters.render.screen.Screen;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.testkit.SequentialIds;
import dev.arborist.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A queue in a file, and what another program does to it. */
final class TuiQueue implements AutoCloseable {

  final TestClock clock = new TestClock();

  /** What the session reads. */
  final Arborist seen;

  /** What somebody else has open. */
  final Arborist other;

  TuiQueue(Path directory) {
    Path file = directory.resolve("queue.db");
    Arborist.create(file);
    seen = open(file);
    other = open(file);
  }

  private Arborist open(Path file) {
    return Arborist.at(file)
        .clock(clock)
        .ids(new SequentialIds())
        .actor("tester")
        .durability(Durability.NORMAL)
        .open();
  }

  Task add(String prompt, long parent, long... prerequisites) {
    NewTask.Builder task = NewTask.of(prompt);
    if (parent > 0) {
      task.parent(TaskNumber.of(parent));
    }
    return add(task.prerequisites(Arrays.stream(prerequisites).mapToObj(TaskNumber::of).toList()));
  }

  Task add(NewTask.Builder task) {
    return other.queue().enqueue(task.build());
  }

  /** Takes the first task that is ready. */
  Claim claim() {
    return other.queue().claim("alice", 1, Duration.ofMinutes(5)).get(0);
  }

  /** Takes the first task that is ready and completes it. */
  long complete() {
    Claim claim = claim();
    TaskNumber number = claim.details().task().number();
    other.queue().complete(number, claim.token(), "{\"ok\":true}");
    return number.value();
  }

  void prune(long number) {
    other.upkeep().prune(PruneRequest.where().numbers(List.of(TaskNumber.of(number))).build());
  }

  /** A release: twelve tasks of every status, kind and alphabet. */
  TuiQueue release() {
    add(NewTask.of("Ship release 1.0\nwith everything that was promised").basePriority(9));
    add("Write the changelog", 1);
    add(
        NewTask.of("Sign the jars with the new key")
            .parent(TaskNumber.of(1))
            .prerequisites(List.of(TaskNumber.of(2)))
            .branch("sign")
            .agentType("java")
            .payload("{\"alias\":\"release\",\"files\":[\"a.jar\",\"b.jar\"],\"dry\":false}")
            .source(TaskSource.AGENT_PLANNER));
    add(NewTask.of("Fetch the key").parent(TaskNumber.of(3)).branch("sign").basePriority(10));
    add(
        NewTask.of("Wait for the notary")
            .parent(TaskNumber.of(3))
            .branch("sign")
            .notBefore(clock.instant().plus(Duration.ofDays(1))));
    add(NewTask.of("日本語のドキュメントを書く").basePriority(4));
    add(NewTask.of("👩‍👩‍👧 family, 🇳🇵 flag, e\u0301 accent").parent(TaskNumber.of(6)));
    add(NewTask.of("\u001b]0;owned\u0007 \u202Egnp.exe").parent(TaskNumber.of(6)).basePriority(0));
    add(NewTask.of("Ideas").basePriority(1));
    for (long number = 10; number <= 12; number++) {
      add("Idea " + number, 9);
    }
    other.queue().cancel(TaskNumber.of(12), null);
    Claim key = claim();
    other.queue().failPermanently(key.details().task().number(), key.token(), "no vault");
    claim();
    complete();
    return this;
  }

  TuiDriver at(int columns, int rows) {
    return at(columns, rows, Loader.on(Runnable::run));
  }

  /** With a background that works when the test lets it. */
  TuiDriver at(int columns, int rows, Loader loader) {
    TuiSession session =
        new TuiSession(
            seen.browser(), seen.queue(), "queue.db", TuiDriver.PLAIN, clock, clock::nanos, loader);
    Screen screen = new Screen(columns, rows, AmbiguousWidth.NARROW);
    return new TuiDriver(session, clock, TuiDriver.PLAIN, screen);
  }

  @Override
  public void close() {
    seen.close();
    other.close();
  }
}
