package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.LabelSource;
import dev.arborist.domain.tree.Labels;
import dev.arborist.domain.tree.LoadProgress;
import dev.arborist.domain.tree.TaskTree;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.tree.Visibility;
import dev.arborist.domain.upkeep.PruneRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is loaded for each view of the tree, and the labels that belong to it. */
public abstract class QueueTreeContract extends QueueFixture {

  /** How many tasks take more than one report to load. */
  private static final int MANY = 10_000;

  /** For subclasses. */
  protected QueueTreeContract() {}

  /** 1 is above 2 and 3, 3 above 4; 4 waits for 2 and 3, 5 for 4; a minute lies between each. */
  @BeforeEach
  void fill() {
    minuteLater(NewTask.of("Ship it").basePriority(9).branch("release"));
    minuteLater(NewTask.of("Write").parent(TaskNumber.of(1)).branch("release"));
    minuteLater(NewTask.of("Übersetze").parent(TaskNumber.of(1)).branch("docs"));
    minuteLater(
        NewTask.of("Read")
            .parent(TaskNumber.of(3))
            .branch("docs")
            .prerequisites(List.of(TaskNumber.of(2), TaskNumber.of(3))));
    minuteLater(NewTask.of("Rest").basePriority(0).prerequisites(List.of(TaskNumber.of(4))));
  }

  private void minuteLater(NewTask.Builder task) {
    add(task);
    clock.advance(Duration.ofMinutes(1));
  }

  private static String outline(TaskTree tree) {
    List<String> rows = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      String name =
          tree.isGroup(node) ? String.valueOf(tree.groupName(node)) : "" + tree.number(node);
      rows.add("-".repeat(tree.depth(node)) + name);
    }
    return String.join(" ", rows);
  }

  @Test
  void eachViewIsLaidOutByWhatItIsNamedAfter() {
    assertEquals("1 -2 -3 --4 5", outline(browser.tree(TreeView.TREE)));
    assertEquals("1 2 -4 --5 3", outline(browser.tree(TreeView.DEPENDENCY)));
    assertEquals("1 2 3 4 5", outline(browser.tree(TreeView.TIMELINE)));
    assertEquals("docs -3 --4 release -1 --2 null -5", outline(browser.tree(TreeView.BRANCH)));
    assertEquals(TreeView.FLAT, browser.tree(TreeView.FLAT).view());
  }

  @Test
  void theTimelineHasTheTimesOfCreation() {
    TaskTree tree = browser.tree(TreeView.TIMELINE);
    assertEquals(60_000_000L, tree.createdMicros(1) - tree.createdMicros(0));
  }

  @Test
  void furtherPrerequisitesAreKept() {
    TaskTree tree = browser.tree(TreeView.DEPENDENCY);
    int four = tree.nodeOf(TaskNumber.of(4)).getAsInt();
    assertEquals(1, tree.morePrerequisites(four));
    assertEquals(3, tree.number(tree.morePrerequisite(four, 0)));
    assertEquals(TaskStatus.BLOCKED, tree.status(four));
    assertEquals(browser.get(TaskNumber.of(4)).task().rank().priority(), tree.priority(four));
  }

  @ParameterizedTest
  @EnumSource(TreeView.class)
  void labelsBelongToTheirTasksInEveryView(TreeView view) {
    TreeSnapshot snapshot = browser.snapshot(view, TaskFilter.ALL);
    TaskTree tree = snapshot.visibility().tree();
    assertEquals(outline(browser.tree(view)), outline(tree));
    int[] nodes =
        IntStream.range(0, tree.size())
            .map(i -> tree.size() - 1 - i)
            .filter(node -> !tree.isGroup(node))
            .toArray();
    List<String> expected = new ArrayList<>();
    for (int node : nodes) {
      TaskNumber number = TaskNumber.of(tree.number(node));
      expected.add(browser.get(number).task().profile().summary());
    }
    assertEquals(expected, texts(snapshot.labels(), tree, nodes));
    assertEquals(expected, texts(browser.labels(), tree, nodes));
  }

  private static List<String> texts(LabelSource source, TaskTree tree, int[] nodes) {
    Labels labels = source.read(tree, nodes, nodes.length);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      texts.add(
          labels.lengths()[i] == Labels.GONE
              ? "gone"
              : new String(
                  labels.bytes(), labels.starts()[i], labels.lengths()[i], StandardCharsets.UTF_8));
    }
    return texts;
  }

  @Test
  void theLabelOfATaskThatWasDeletedSinceIsGone() {
    Task lost = add("lost");
    TaskTree tree = browser.tree(TreeView.TREE);
    queue.cancel(lost.number(), null);
    upkeep.prune(PruneRequest.where().numbers(List.of(lost.number())).build());
    int[] nodes = {tree.nodeOf(lost.number()).getAsInt(), 0};
    assertEquals(List.of("gone", "Ship it"), texts(browser.labels(), tree, nodes));
  }

  @Test
  void labelsLongerThanExpectedAreRead() {
    Task wordy = add(NewTask.of("x").summary("ß".repeat(140)));
    TaskTree tree = browser.tree(TreeView.TREE);
    int[] nodes = {tree.nodeOf(wordy.number()).getAsInt(), 0};
    assertEquals(List.of("ß".repeat(140), "Ship it"), texts(browser.labels(), tree, nodes));
  }

  @Test
  void aFilterKeepsWhatIsAboveWhatItFinds() {
    Visibility visibility =
        browser
            .snapshot(TreeView.TREE, TaskFilter.where().branch("DOC").text("read").build())
            .visibility();
    assertEquals(3, visibility.rows());
    assertEquals(1, visibility.matchCount());
    assertEquals(4, visibility.tree().number(visibility.nodeAt(2)));
    assertFalse(visibility.isMatch(visibility.nodeAt(0)));
  }

  @Test
  void matchesAreFoundWhateverTheirCase() {
    TaskTree tree = browser.tree(TreeView.TREE);
    BitSet matches = browser.matches(tree, TaskFilter.where().text("üBERSETZE").build());
    assertEquals(1, matches.cardinality());
    assertTrue(matches.get(tree.nodeOf(TaskNumber.of(3)).getAsInt()));
    add("new since");
    assertEquals(0, browser.matches(tree, TaskFilter.where().text("since").build()).cardinality());
    assertEquals(0, browser.matches(tree, TaskFilter.where().branch("x").build()).cardinality());
    assertEquals(5, browser.matches(tree, TaskFilter.ALL).cardinality());
  }

  @Test
  void theStatusFilterMeansTheStatusInEffect() {
    add(NewTask.of("soon").notBefore(clock.instant().plusSeconds(9)));
    TaskFilter ready = TaskFilter.ofStatuses(List.of(TaskStatus.READY));
    TaskTree tree = browser.tree(TreeView.TREE);
    assertEquals(3, browser.matches(tree, ready).cardinality());
    clock.advance(Duration.ofSeconds(9));
    assertEquals(4, browser.matches(tree, ready).cardinality());
  }

  private record Report(long tasks, long total) {}

  private List<Report> reports(TreeView view, int size) {
    List<Report> reports = new ArrayList<>();
    TaskTree tree = browser.tree(view, (tasks, total) -> reports.add(new Report(tasks, total)));
    assertEquals(outline(browser.tree(view)), outline(tree));
    Report last = reports.get(reports.size() - 1);
    assertEquals(new Report(size, size), last, "the last says that all have been read");
    for (int i = 1; i < reports.size(); i++) {
      assertEquals(size, reports.get(i).total());
      assertTrue(reports.get(i - 1).tasks() <= reports.get(i).tasks(), "it goes on");
    }
    return reports;
  }

  @ParameterizedTest
  @EnumSource(TreeView.class)
  void theProgressOfASmallTreeIsToldAtTheEnd(TreeView view) {
    assertEquals(1, reports(view, 5).size());
  }

  /** The edges may be many more than the tasks: a load can be given up among them as well. */
  @Test
  void whatIsReadBesideTheTasksIsReportedMeanwhile() {
    addMany();
    long whole =
        reports(TreeView.DEPENDENCY, MANY + 5).stream()
            .filter(report -> report.tasks() == report.total())
            .count();
    assertTrue(whole > 1, "reported " + whole + " times with all tasks");
  }

  private void addMany() {
    TaskBatch.Builder batch = TaskBatch.builder();
    TaskBatch.Ref first = batch.add(NewTask.of("the first of many").build());
    for (int i = 1; i < MANY; i++) {
      batch.prerequisite(batch.add(NewTask.of("one of many").branch("b" + i % 9).build()), first);
    }
    queue.enqueueAll(batch.build());
  }

  @ParameterizedTest
  @EnumSource(TreeView.class)
  void theProgressOfALargeTreeIsToldEveryFewThousandTasks(TreeView view) {
    addMany();
    List<Report> reports = reports(view, MANY + 5);
    assertTrue(reports.size() >= 2 && reports.size() <= 20, reports.size() + " reports");
    assertTrue(reports.get(0).tasks() <= MANY / 2, "the first comes early: " + reports.get(0));
  }

  @Test
  void anEmptyTreeIsLoadedOutOfNothing() {
    List<TaskNumber> all = IntStream.rangeClosed(1, 5).mapToObj(TaskNumber::of).toList();
    all.forEach(number -> cancelOpen(number));
    upkeep.prune(PruneRequest.where().numbers(all).build());
    assertEquals(1, reports(TreeView.TREE, 0).size());
  }

  private void cancelOpen(TaskNumber number) {
    if (browser.get(number).task().status().isOpen()) {
      queue.cancel(number, null);
    }
  }

  @Test
  void theTotalIsOfTheStateThatIsRead() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    AtomicBoolean stop = new AtomicBoolean();
    try {
      Future<?> writing =
          thread.submit(
              () -> {
                while (!stop.get()) {
                  add("meanwhile");
                }
              });
      for (int i = 0; i < 300; i++) {
        List<Report> reports = new ArrayList<>();
        TaskTree tree =
            browser.tree(TreeView.FLAT, (tasks, total) -> reports.add(new Report(tasks, total)));
        assertEquals(
            new Report(tree.size(), tree.size()), reports.get(reports.size() - 1), "load " + i);
      }
      stop.set(true);
      writing.get();
    } finally {
      stop.set(true);
      thread.shutdown();
      assertTrue(thread.awaitTermination(30, TimeUnit.SECONDS), "the writer ends");
    }
  }

  /** What has been superseded is given up where it stands, whatever is being read. */
  @ParameterizedTest
  @EnumSource(TreeView.class)
  void aLoadThatItsListenerGivesUpLeavesTheQueueUsable(TreeView view) {
    addMany();
    for (int last = 1; last <= 9; last++) {
      int[] left = {last};
      CancellationException superseded = new CancellationException("superseded");
      LoadProgress listener =
          (tasks, total) -> {
            left[0]--;
            if (left[0] == 0 || tasks == total) {
              throw superseded;
            }
          };
      assertSame(
          superseded,
          assertThrows(CancellationException.class, () -> browser.tree(view, listener)));
    }
    add("the next");
    assertEquals(MANY + 6, browser.statistics().total());
    assertEquals(MANY + 6, browser.tree(TreeView.TREE).size());
  }

  @Test
  void aListenerMayReadTheQueueItself() {
    List<Long> seen = new ArrayList<>();
    TaskTree tree =
        browser.tree(
            TreeView.TREE,
            (tasks, total) -> {
              add("new since");
              seen.add(browser.statistics().total());
              seen.add((long) browser.tree(TreeView.TREE).size());
            });
    assertEquals(List.of(5L, 5L), seen, "the state that is being read");
    assertEquals(5, tree.size());
    assertEquals(6, browser.tree(TreeView.TREE).size());
  }
}
