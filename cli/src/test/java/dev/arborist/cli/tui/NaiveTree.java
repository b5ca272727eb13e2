package dev.arborist.cli.tui;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.tree.TreeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A view of a queue by lists and maps, as its definition says and as slow as that is. */
final class NaiveTree {

  /** A group of the view by branch begins like this, a task with its number. */
  private static final String GROUP = "branch ";

  private final TreeView view;
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();
  private final Map<String, List<String>> children = new LinkedHashMap<>();

  /** Every row in order, nothing collapsed and nothing filtered. */
  private final List<String> all = new ArrayList<>();

  private final Set<String> shown = new LinkedHashSet<>();

  NaiveTree(TaskBrowser browser, TreeView view, TaskFilter filter) {
    this.view = view;
    List<TaskDetails> details = browser.list(TaskQuery.ALL).tasks();
    details.forEach(one -> tasks.put(one.task().number().toString(), one.task()));
    details.forEach(one -> hang(one));
    children.values().forEach(list -> list.sort(order()));
    walk("");
    for (TaskDetails met : browser.list(TaskQuery.of(filter, Order.NUMBER, 0)).tasks()) {
      String up = met.task().number().toString();
      while (!up.isEmpty() && shown.add(up)) {
        up = parents.get(up);
      }
    }
  }

  private void hang(TaskDetails details) {
    String key = details.task().number().toString();
    String parent = parent(details);
    if (parent.startsWith(GROUP) && !parents.containsKey(parent)) {
      parents.put(parent, "");
      children.computeIfAbsent("", none -> new ArrayList<>()).add(parent);
    }
    parents.put(key, parent);
    children.computeIfAbsent(parent, none -> new ArrayList<>()).add(key);
  }

  private String parent(TaskDetails details) {
    TaskNumber parent = details.task().profile().parent();
    return switch (view) {
      case TREE -> parent == null ? "" : parent.toString();
      case DEPENDENCY -> prerequisite(details);
      case TIMELINE, FLAT -> "";
      case BRANCH -> {
        String branch = details.task().profile().branch();
        Task above = parent == null ? null : tasks.get(parent.toString());
        boolean same = above != null && java.util.Objects.equals(above.profile().branch(), branch);
        yield same ? above.number().toString() : GROUP + (branch == null ? "" : "/" + branch);
      }
    };
  }

  private String prerequisite(TaskDetails details) {
    String first = "";
    for (TaskNumber number : details.prerequisites()) {
      if (tasks.get(number.toString()).status().isOpen()) {
        return number.toString();
      }
      first = first.isEmpty() ? number.toString() : first;
    }
    return first;
  }

  private Comparator<String> order() {
    Comparator<String> byNumber = Comparator.comparing(key -> tasks.get(key).number());
    Comparator<String> tasksOnly =
        view == TreeView.TIMELINE
            ? byNumber
            : Comparator.<String>comparingInt(key -> -tasks.get(key).rank().priority())
                .thenComparing(byNumber);
    return (one, other) ->
        one.startsWith(GROUP) ? groupOrder(one, other) : tasksOnly.compare(one, other);
  }

  private static int groupOrder(String one, String other) {
    boolean last = one.equals(GROUP);
    return last || other.equals(GROUP)
        ? Boolean.compare(last, other.equals(GROUP))
        : one.compareTo(other);
  }

  private void walk(String key) {
    if (!key.isEmpty()) {
      all.add(key);
    }
    children.getOrDefault(key, List.of()).forEach(this::walk);
  }

  boolean exists(String key) {
    return parents.containsKey(key);
  }

  /** Whether there is something to collapse. */
  boolean leads(String key) {
    return children.getOrDefault(key, List.of()).stream().anyMatch(shown::contains);
  }

  int depth(String key) {
    int depth = 0;
    for (String up = parents.get(key); !up.isEmpty(); up = parents.get(up)) {
      depth++;
    }
    return depth;
  }

  /** The rows that are left when some are collapsed. */
  List<String> rows(Set<String> collapsed) {
    List<String> rows = new ArrayList<>();
    for (String key : all) {
      boolean visible = shown.contains(key);
      for (String up = parents.get(key); !up.isEmpty(); up = parents.get(up)) {
        visible &= !collapsed.contains(up);
      }
      if (visible) {
        rows.add(key);
      }
    }
    return rows;
  }

  /**
   * The row of what was at a row of an older tree: the same, what it is hidden under, what stands
   * in its place; or the nearest that is left, below before above.
   */
  int rowOf(List<String> older, int row, List<String> rows) {
    String key = survivor(older, row);
    if (key.isEmpty()) {
      return 0;
    }
    for (String up = key; !up.isEmpty(); up = parents.get(up)) {
      if (rows.contains(up)) {
        return rows.indexOf(up);
      }
    }
    int before = 0;
    for (String one : all.subList(0, all.indexOf(key))) {
      before += rows.contains(one) ? 1 : 0;
    }
    return Math.max(0, Math.min(before, rows.size() - 1));
  }

  private String survivor(List<String> older, int row) {
    for (int below = row; below < older.size(); below++) {
      if (exists(older.get(below))) {
        return older.get(below);
      }
    }
    for (int above = Math.min(row, older.size()) - 1; above >= 0; above--) {
      if (exists(older.get(above))) {
        return older.get(above);
      }
    }
    return "";
  }

  /** The same by collection, to look at. */
  Map<String, String> parents() {
    return new TreeMap<>(parents);
  }
}
