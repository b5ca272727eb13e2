package dev.arborist.adapters.postgres;

import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that a unit of work keeps from others, as it knows and has changed them.
 *
 * <p>Nobody else can change them, so they are read once, and written once when the unit ends: each
 * statement is a way to the server and back, and a row that is written a thousand times in one
 * transaction has a thousand versions that every look at it goes through.
 *
 * <p>What is changed or added is written earlier where a statement looks for it by what has
 * changed. Used by one thread at a time.
 */
final class HeldTasks {

  /** A task as the row has it, null while there is no row yet, and as it is to be. */
  private static final class Held {
    private @Nullable Task stored;
    private Task current;

    Held(@Nullable Task stored, Task current) {
      this.stored = stored;
      this.current = current;
    }
  }

  private final Map<TaskNumber, Held> held = new HashMap<>();
  private final Set<TaskNumber> changed = new TreeSet<>();
  private final Set<TaskNumber> opened = new TreeSet<>();
  private final Set<TaskNumber> rehung = new TreeSet<>();
  private final List<TaskDetails> added = new ArrayList<>();

  /** The task as it is now; null when it is not held. */
  @Nullable Task find(TaskNumber number) {
    Held known = held.get(number);
    return known == null ? null : known.current;
  }

  /** What a statement has read and locked, as it is now. */
  Task met(Task read) {
    return held.computeIfAbsent(read.number(), number -> new Held(read, read)).current;
  }

  List<Task> met(List<Task> read) {
    return read.stream().map(this::met).toList();
  }

  void add(TaskDetails details) {
    held.put(details.task().number(), new Held(null, details.task()));
    added.add(details);
  }

  void update(Task before, Task after) {
    Held known = held.computeIfAbsent(after.number(), number -> new Held(before, before));
    known.current = after;
    if (known.stored != null) {
      changed.add(after.number());
      note(opened, after.number(), hasOpened(known.stored, after));
      note(rehung, after.number(), isRehung(known.stored, after));
    }
  }

  private static void note(Set<TaskNumber> set, TaskNumber number, boolean belongs) {
    if (belongs) {
      set.add(number);
    } else {
      set.remove(number);
    }
  }

  private static boolean hasOpened(Task stored, Task current) {
    return !stored.status().isOpen() && current.status().isOpen();
  }

  private static boolean isRehung(Task stored, Task current) {
    return !Objects.equals(stored.profile().parent(), current.profile().parent())
        || !Objects.equals(stored.progress().cause(), current.progress().cause());
  }

  /** A statement of the database's own has changed the row to this. */
  void replace(Task stored) {
    held.put(stored.number(), new Held(stored, stored));
  }

  void forget(TaskNumber number) {
    held.remove(number);
  }

  /** Gives away what was added, as it is now, and takes it for written. */
  List<TaskDetails> takeAdded() {
    List<TaskDetails> taken = new ArrayList<>(added.size());
    for (TaskDetails details : added) {
      Held known = held.get(details.task().number());
      if (known != null) {
        known.stored = known.current;
        taken.add(details.withTask(known.current));
      }
    }
    added.clear();
    return taken;
  }

  /** Gives away every task that has changed, ascending, and takes them for written. */
  List<Task> takeChanged() {
    return take(changed);
  }

  /** Gives away the tasks that are open and are not found as such yet. */
  List<Task> takeOpened() {
    return take(opened);
  }

  /** Gives away the tasks that are not found below their parent or their cause yet. */
  List<Task> takeRehung() {
    return take(rehung);
  }

  private List<Task> take(Set<TaskNumber> numbers) {
    List<Task> taken = new ArrayList<>(numbers.size());
    for (TaskNumber number : List.copyOf(numbers)) {
      Held known = held.get(number);
      if (known != null) {
        known.stored = known.current;
        taken.add(known.current);
      }
      changed.remove(number);
      opened.remove(number);
      rehung.remove(number);
    }
    return taken;
  }
}
