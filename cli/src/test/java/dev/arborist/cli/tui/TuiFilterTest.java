package dev.arborist.cli.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.cli.tui.draw.Palette;
import dev.arborist.cli.tui.form.FilterText;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeView;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a filter asks for is shown, and the form forgets nothing of it. */
class TuiFilterTest {

  private static final Map<String, Set<?>> SETS =
      Map.of("statuses", Set.of(TaskStatus.READY), "sources", Set.of(TaskSource.HUMAN));

  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          String.class, " two  words\nof it",
          TaskNumber.class, TaskNumber.of(1),
          Instant.class, Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path directory;
  private TuiQueue queue;
  private TuiDriver tui;

  @BeforeEach
  void open() {
    queue = new TuiQueue(directory);
    queue.add("Top", 0);
    queue.add("Below", 1);
    tui = queue.at(80, 20);
  }

  @AfterEach
  void close() {
    tui.close();
    queue.close();
  }

  /** A filter for each condition that there is, found by reflection so that none is left out. */
  private static List<TaskFilter> conditions() throws ReflectiveOperationException {
    RecordComponent[] components = TaskFilter.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    List<TaskFilter> filters = new ArrayList<>();
    for (int one = 0; one < components.length; one++) {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = components[i].getAccessor().invoke(TaskFilter.ALL);
      }
      String name = components[one].getName();
      values[one] = types[one] == Set.class ? SETS.get(name) : VALUES.get(types[one]);
      filters.add(TaskFilter.class.getDeclaredConstructor(types).newInstance(values));
      assertFalse(filters.get(one).isAll(), name);
    }
    return filters;
  }

  private void begin(TaskFilter filter) {
    tui.session.begin(TreeView.TREE, filter);
    tui.step();
    tui.step();
  }

  @Test
  void everyConditionHasWordsOfItsOwn() throws ReflectiveOperationException {
    Set<String> texts = new TreeSet<>();
    Palette palette = new Palette(TuiDriver.PLAIN);
    for (TaskFilter filter : conditions()) {
      String text = FilterText.of(filter, palette);
      assertFalse(text.isEmpty(), filter.toString());
      assertTrue(texts.add(text), text);
    }
  }

  @Test
  void theFormAppliedAsItOpensLeavesEveryConditionAsItIs() throws ReflectiveOperationException {
    for (TaskFilter filter : conditions()) {
      begin(filter);
      assertTrue(tui.row(2).matches(" filter: .+ of 2 match, F shows all"), tui.row(2));
      tui.types("f").presses(Input.Key.ENTER);
      assertEquals(filter, tui.session.board().filter());
    }
  }

  @Test
  void whatHasNoFieldIsNamedInTheFormAndStays() {
    begin(TaskFilter.where().parent(TaskNumber.of(1)).worker("al").text("low").build());
    tui.resizes(100, 20);
    String shown = "children of #1, worker \"al\"";
    assertTrue(tui.types("f").frame().contains("besides: " + shown), tui.frame());
    tui.types(" ").presses(Input.Key.UP, Input.Key.CTRL_U, Input.Key.ENTER);
    assertEquals(" filter: status ○ pending, " + shown + "  0 of 2 match, F shows all", tui.row(2));
  }

  @Test
  void aChoiceThatIsTakenBackFiltersNothing() {
    begin(TaskFilter.ofStatuses(List.of(TaskStatus.PENDING)));
    tui.types("f ").presses(Input.Key.ENTER);
    assertEquals(TaskFilter.ALL, tui.session.board().filter());
  }

  @Test
  void inALowWindowTheFieldThatIsTypedInIsSeen() {
    begin(TaskFilter.where().parent(TaskNumber.of(1)).build());
    tui.resizes(40, 5).types("f").presses(Input.Key.UP).types("abc");
    assertTrue(tui.row(1).contains("text        abc"), tui.frame());
    assertTrue(tui.row(2).contains("besides: children of #1"), tui.frame());
  }
}
