package dev.arborist.domain.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A graph of new tasks that is enqueued whole or not at all.
 *
 * <pre>{@code
 * TaskBatch.Builder batch = TaskBatch.builder();
 * TaskBatch.Ref release = batch.add(NewTask.of("Release 2.0").build());
 * TaskBatch.Ref tests = batch.add(NewTask.of("Run the tests").build());
 * batch.parent(tests, release).prerequisite(release, tests);
 * List<Task> tasks = queue.enqueueAll(batch.build());
 * }</pre>
 *
 * <p>The tasks get ascending numbers in the order in which they were added. References inside the
 * batch may point forwards and backwards; each task may also name tasks of the queue by number.
 *
 * @param entries the tasks in their order
 */
public record TaskBatch(List<Entry> entries) {

  /** The most tasks that one batch may hold. */
  public static final int SIZE_MAX = 1_000_000;

  /**
   * A task and its references to others of the batch, by position from 0.
   *
   * @param task the task, which may also name tasks of the queue
   * @param parent the position of its parent; null when it has none in the batch
   * @param prerequisites the positions of its prerequisites, ascending, each once
   */
  public record Entry(NewTask task, @Nullable Integer parent, List<Integer> prerequisites) {

    /** Orders the prerequisites. */
    public Entry {
      prerequisites = prerequisites.stream().distinct().sorted().toList();
    }
  }

  /**
   * Checks that every reference is to a task of the batch and that no task has two parents.
   *
   * @throws InvalidInputException naming the position, from 1, of the task that is wrong
   */
  public TaskBatch {
    entries = List.copyOf(entries);
    if (entries.size() > SIZE_MAX) {
      throw new InvalidInputException("a batch holds at most " + SIZE_MAX + " tasks");
    }
    for (int i = 0; i < entries.size(); i++) {
      check(entries.get(i), i, entries.size());
    }
  }

  private static void check(Entry entry, int position, int size) {
    Integer parent = entry.parent();
    if (parent != null && (parent < 0 || parent >= size)) {
      throw at(position, "its parent is not in the batch");
    }
    if (parent != null && entry.task().profile().parent() != null) {
      throw at(position, "it has two parents, one of the batch and one of the queue");
    }
    for (int prerequisite : entry.prerequisites()) {
      if (prerequisite < 0 || prerequisite >= size) {
        throw at(position, "a prerequisite is not in the batch");
      }
    }
  }

  /** An error of the task at this position, counted from 0. */
  public static InvalidInputException at(int position, String problem) {
    return new InvalidInputException("task " + (position + 1) + " of the batch: " + problem);
  }

  /** Starts an empty batch. */
  public static Builder builder() {
    return new Builder();
  }

  /** A task of a batch that is being built. */
  public static final class Ref {

    private final Builder batch;
    private final int position;

    private Ref(Builder batch, int position) {
      this.batch = batch;
      this.position = position;
    }

    /** Its position, from 0. */
    public int position() {
      return position;
    }
  }

  /** Collects tasks and the edges between them; not safe for use by several threads. */
  public static final class Builder {

    private final List<NewTask> tasks = new ArrayList<>();
    private final List<@Nullable Integer> parents = new ArrayList<>();
    private final List<List<Integer>> prerequisites = new ArrayList<>();

    private Builder() {}

    /** Adds a task. */
    public Ref add(NewTask task) {
      tasks.add(task);
      parents.add(null);
      prerequisites.add(new ArrayList<>());
      return new Ref(this, tasks.size() - 1);
    }

    /**
     * Makes one task of the batch a part of another.
     *
     * @throws InvalidInputException when one of them is of another batch
     */
    public Builder parent(Ref child, Ref parent) {
      parents.set(own(child), own(parent));
      return this;
    }

    /**
     * Lets one task of the batch wait for another.
     *
     * @throws InvalidInputException when one of them is of another batch
     */
    public Builder prerequisite(Ref dependent, Ref prerequisite) {
      prerequisites.get(own(dependent)).add(own(prerequisite));
      return this;
    }

    private int own(Ref ref) {
      if (ref.batch != this) {
        throw at(ref.position, "it is of another batch: add it to this one");
      }
      return ref.position;
    }

    /**
     * The batch as collected.
     *
     * @throws InvalidInputException when a task has a parent in the batch and one in the queue
     */
    public TaskBatch build() {
      List<Entry> entries = new ArrayList<>(tasks.size());
      for (int i = 0; i < tasks.size(); i++) {
        entries.add(new Entry(tasks.get(i), parents.get(i), prerequisites.get(i)));
      }
      return new TaskBatch(entries);
    }
  }
}
