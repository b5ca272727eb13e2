package dev.arborist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.domain.query.TaskCursor;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.task.UnknownTaskException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists show: every filter, every order, every page. */
public abstract class QueueListContract extends QueueFixture {

  private static final TaskFilter ALL = TaskFilter.ALL;

  /** For subclasses. */
  protected QueueListContract() {}

  /** Six tasks: 1 is above 2, 3 and 4; 4 above 5; 3 waits for 2; a minute lies between each. */
  @BeforeEach
  void fill() {
    minuteLater(NewTask.of("Garden the ÉCOLE 100%").basePriority(9).branch("Main"));
    minuteLater(
        NewTask.of("Paint_the fence")
            .parent(TaskNumber.of(1))
            .agentType("painter")
            .branch("maintain"));
    minuteLater(
        NewTask.of("Sell the fence")
            .parent(TaskNumber.of(1))
            .source(TaskSource.AGENT_PLANNER)
            .prerequisites(List.of(TaskNumber.of(2)))
            .branch("straße"));
    minuteLater(NewTask.of("日本茶 and more").summary("Tea").parent(TaskNumber.of(1)).basePriority(1));
    minuteLater(NewTask.of("école buissonnière").parent(TaskNumber.of(4)).idempotencyKey("key 5"));
    minuteLater(
        NewTask.of("Later!").notBefore(TestClock.START.plus(Duration.ofDays(1))).basePriority(0));
  }

  private void minuteLater(NewTask.Builder task) {
    add(task);
    clock.advance(Duration.ofMinutes(1));
  }

  private List<Long> list(TaskFilter.Builder filter) {
    return numbers(browser.list(TaskQuery.of(filter.build(), Order.NUMBER, 0)));
  }

  /** By priority, which takes another way through the store. */
  private List<Long> listSorted(TaskFilter.Builder filter) {
    List<Long> found =
        new ArrayList<>(numbers(browser.list(TaskQuery.of(filter.build(), Order.PRIORITY, 4))));
    Collections.sort(found);
    return found;
  }

  private static List<Long> numbers(TaskPage page) {
    return page.tasks().stream().map(details -> details.task().number().value()).toList();
  }

  private void assertFound(List<Long> expected, TaskFilter.Builder filter) {
    assertEquals(expected, list(filter));
    assertEquals(expected, listSorted(filter));
  }

  private static TaskFilter.Builder where() {
    return TaskFilter.where();
  }

  @Test
  void eachFilterFindsItsTasks() {
    assertFound(List.of(3L), where().statuses(List.of(TaskStatus.BLOCKED)));
    assertFound(List.of(3L, 6L), where().excluding(List.of(TaskStatus.READY)));
    assertFound(List.of(3L), where().sources(List.of(TaskSource.AGENT_PLANNER)));
    assertFound(List.of(2L), where().agentType("painter"));
    assertFound(List.of(), where().agentType("Painter"));
    assertFound(List.of(1L, 2L), where().branch("MAIN"));
    assertFound(List.of(3L), where().branch("STRAßE"));
    assertFound(List.of(), where().branch("strasse"));
    assertFound(List.of(2L, 3L, 4L), where().parent(TaskNumber.of(1)));
    assertFound(List.of(4L, 5L), where().within(TaskNumber.of(4)));
    assertFound(List.of(5L), where().key("key 5"));
    assertFound(List.of(6L), where().createdFrom(TestClock.START.plusSeconds(300)));
    assertFound(List.of(1L, 2L), where().createdBefore(TestClock.START.plusSeconds(120)));
    assertFound(List.of(), where().worker("w"));
    claim();
    assertFound(List.of(1L), where().worker("w"));
  }

  @Test
  void textIsFoundInSummaryAndPromptWhateverItsCase() {
    assertFound(List.of(1L, 5L), where().text("école"));
    assertFound(List.of(1L), where().text("100%"));
    assertFound(List.of(2L), where().text("paint_THE"));
    assertFound(List.of(3L), where().text("l the"));
    assertFound(List.of(4L), where().text("本茶"));
    assertFound(List.of(4L), where().text("TEA"));
    assertFound(List.of(6L), where().text("!"));
    assertFound(List.of(), where().text("nothing of the kind"));
    assertFound(List.of(3L), where().text("FENCE").statuses(List.of(TaskStatus.BLOCKED)));
    assertFound(List.of(2L, 3L), where().text("FENCE").within(TaskNumber.of(1)));
  }

  /** Its capital letter knows it, and it does not know its capital letter. */
  @Test
  void aSharpSIsFoundWhateverItsCase() {
    long number = add("STRA\u1E9EE kehren").number().value();
    assertFound(List.of(number), where().text("stra\u00DFe"));
    assertFound(List.of(number), where().text("STRA\u1E9EE"));
  }

  @Test
  void filtersAreCombined() {
    assertFound(
        List.of(2L),
        where().parent(TaskNumber.of(1)).branch("a").statuses(List.of(TaskStatus.READY)));
    assertFound(List.of(), where().agentType("painter").sources(List.of(TaskSource.AGENT_PLANNER)));
  }

  @Test
  void theStatusIsTheOneInEffect() {
    assertFound(List.of(6L), where().statuses(List.of(TaskStatus.PENDING)));
    clock.advance(Duration.ofDays(1));
    assertFound(List.of(), where().statuses(List.of(TaskStatus.PENDING)));
    assertEquals(5, list(where().statuses(List.of(TaskStatus.READY))).size());
    claim();
    assertFound(List.of(1L), where().statuses(List.of(TaskStatus.RUNNING)));
    clock.advance(LEASE);
    assertFound(List.of(), where().statuses(List.of(TaskStatus.RUNNING)));
  }

  @Test
  void everyOrderIsTotalAndItsPagesMeet() {
    for (Order order : Order.values()) {
      for (boolean reversed : new boolean[] {false, true}) {
        TaskQuery all = TaskQuery.of(ALL, order, 0);
        List<Long> whole = numbers(browser.list(reversed ? all.reverse() : all));
        assertEquals(6, whole.size());
        for (int size = 1; size <= 6; size++) {
          assertEquals(whole, walk(order, reversed, size), order + " in pages of " + size);
        }
      }
    }
    assertEquals(
        List.of(1L, 2L, 3L, 4L, 5L, 6L),
        numbers(browser.list(TaskQuery.of(ALL, Order.CREATED, 0))));
  }

  private List<Long> walk(Order order, boolean reversed, int size) {
    List<Long> seen = new ArrayList<>();
    TaskQuery first = TaskQuery.of(ALL, order, size);
    TaskPage page = browser.list(reversed ? first.reverse() : first);
    seen.addAll(numbers(page));
    while (page.next() != null) {
      TaskCursor cursor = TaskCursor.parse(page.next().toString());
      page = browser.list(new TaskQuery(ALL, order, reversed, cursor, size));
      seen.addAll(numbers(page));
    }
    return seen;
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    TaskCursor cursor = browser.list(TaskQuery.of(ALL, Order.NUMBER, 1)).next();
    assertThrows(
        InvalidInputException.class, () -> new TaskQuery(ALL, Order.PRIORITY, false, cursor, 1));
    assertThrows(InvalidInputException.class, () -> TaskCursor.parse("number:x:1"));
    assertNull(browser.list(TaskQuery.of(ALL, Order.NUMBER, 7)).next());
  }

  @Test
  void aTaskIsMeantByItsNumberItsIdOrTheBeginningOfIt() {
    Task task = stored(browser.get(TaskNumber.of(2)).task());
    String id = task.id().toString();
    assertEquals(task.number(), browser.resolve("2"));
    assertEquals(task.number(), browser.resolve("#2"));
    assertEquals(task.number(), browser.resolve(id));
    assertThrows(
        InvalidInputException.class, () -> browser.resolve("0000"), "0 begins an id, not a number");
    assertThrows(UnknownTaskException.class, () -> browser.resolve("ffff"));
    assertThrows(InvalidInputException.class, () -> browser.resolve("abc"), "too short");
    assertThrows(InvalidInputException.class, () -> browser.resolve("no id"));
    String shared = id.substring(0, id.length() - 1);
    assertThrows(InvalidInputException.class, () -> browser.resolve(shared), "six begin like it");
  }
}
