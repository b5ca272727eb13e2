package dev.arborist.perf;

import dev.arborist.Arborist;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The first page of each filter, in the order of claims, of queues that have been worked on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FilterBenchmark {

  private static final int PAGE = 50;

  /** How many tasks the queue holds. */
  @Param({"1000", "1000000"})
  public int queued;

  private Arborist arborist;

  /** Opens a queue. */
  @Setup
  public void open() {
    arborist = PreparedQueue.open(queued);
  }

  /** Closes it. */
  @TearDown
  public void close() {
    arborist.close();
  }

  /** One condition. */
  @State(Scope.Thread)
  public static class Single {

    /** Which one. */
    @Param({
      "none", "pending", "blocked", "ready", "running", "completed", "failed", "cancelled",
      "source", "agentType", "branch", "parent", "within", "worker", "key", "created"
    })
    public String filter;

    TaskFilter filter(int size) {
      return switch (filter) {
        case "none" -> TaskFilter.ALL;
        case "source" -> where().sources(EnumSet.of(TaskSource.AGENT_PLANNER)).build();
        case "agentType" -> where().agentType("agent-3").build();
        case "branch" -> where().branch("work/3").build();
        case "parent" -> where().parent(TaskNumber.of(1)).build();
        case "within" -> where().within(TaskNumber.of(size / 10)).build();
        case "worker" -> where().worker("worker-7").build();
        case "key" -> where().key("key-500").build();
        case "created" -> where().createdFrom(WorkedQueue.CREATED.plusSeconds(size / 2)).build();
        default -> TaskFilter.ofStatuses(EnumSet.of(TaskStatus.parse(filter)));
      };
    }
  }

  /** Several conditions at once, or another order. */
  @State(Scope.Thread)
  public static class Combined {

    /** Which ones. */
    @Param({"readyOfSource", "readyOfAgentOnBranch", "readyOnBranchSince", "readyByDeadline"})
    public String filters;

    TaskQuery query(int size) {
      TaskFilter.Builder ready = where().statuses(EnumSet.of(TaskStatus.READY));
      return switch (filters) {
        case "readyOfSource" ->
            first(ready.sources(EnumSet.of(TaskSource.AGENT_PLANNER)), Order.PRIORITY);
        case "readyOfAgentOnBranch" ->
            first(ready.agentType("agent-3").branch("work/3"), Order.PRIORITY);
        case "readyOnBranchSince" ->
            first(
                ready.branch("work/3").createdFrom(WorkedQueue.CREATED.plusSeconds(size / 2)),
                Order.PRIORITY);
        case "readyByDeadline" -> first(ready, Order.DEADLINE);
        default -> throw new IllegalArgumentException("unknown filters " + filters);
      };
    }
  }

  /** A text that many, one or no summaries hold. */
  @State(Scope.Thread)
  public static class Text {

    /** The text. */
    @Param({"parser", "(500)", "zyzzyva"})
    public String text;
  }

  private static TaskFilter.Builder where() {
    return TaskFilter.where();
  }

  private static TaskQuery first(TaskFilter.Builder filter, Order order) {
    return TaskQuery.of(filter.build(), order, PAGE);
  }

  /** The first page of what meets one condition. */
  @Benchmark
  public TaskPage single(Single single) {
    return arborist.browser().list(TaskQuery.of(single.filter(queued), Order.PRIORITY, PAGE));
  }

  /** The first page of what meets several conditions. */
  @Benchmark
  public TaskPage combined(Combined combined) {
    return arborist.browser().list(combined.query(queued));
  }

  /** The first page of what holds a text. */
  @Benchmark
  public TaskPage text(Text text) {
    return arborist.browser().list(first(where().text(text.text), Order.PRIORITY));
  }

  /** The queue at a glance. */
  @Benchmark
  public QueueStatistics statistics() {
    return arborist.browser().statistics();
  }
}
