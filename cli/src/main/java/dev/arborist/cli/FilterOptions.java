package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tasks are listed: those that meet every condition given. */
final class FilterOptions {

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      completionCandidates = Words.Statuses.class,
      description = "Only these: pending, blocked, ready, running, completed, failed, cancelled.")
  private List<String> statuses = new ArrayList<>();

  @Option(
      names = "--not-status",
      paramLabel = "STATUS",
      split = ",",
      completionCandidates = Words.Statuses.class,
      description = "None of these, written as those of --status.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      split = ",",
      completionCandidates = Words.Sources.class,
      description =
          "Only of these: human, agent_requirements, agent_planner, agent_implementation.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--agent-type",
      paramLabel = "NAME",
      description = "Only tasks for this kind of worker.")
  private @Nullable String agentType;

  @Option(
      names = "--branch",
      paramLabel = "TEXT",
      description = "Only where the branch contains this, in either case.")
  private @Nullable String branch;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Only where the summary or the prompt contains this, in either case.")
  private @Nullable String text;

  @Option(names = "--parent", paramLabel = "TASK", description = "Only children of this task.")
  private @Nullable String parent;

  @Option(
      names = "--within",
      paramLabel = "TASK",
      description = "Only this task and everything below it.")
  private @Nullable String within;

  @Option(
      names = "--worker",
      paramLabel = "NAME",
      description = "Only what this worker holds or held last.")
  private @Nullable String worker;

  @Option(names = "--key", paramLabel = "KEY", description = "Only the task with this key.")
  private @Nullable String key;

  @Option(
      names = "--created-from",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Only created then or later: 2026-12-01T08:00:00Z, 2026-12-01 or -2d.")
  private @Nullable TypedTime createdFrom;

  @Option(
      names = "--created-before",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Only created before then.")
  private @Nullable TypedTime createdBefore;

  TaskFilter in(Arborist arborist) {
    return TaskFilter.where()
        .statuses(parse(statuses))
        .excluding(parse(excluded))
        .sources(sources.stream().map(TaskSource::parse).toList())
        .agentType(agentType)
        .branch(branch)
        .text(text)
        .parent(number(parent, arborist))
        .within(number(within, arborist))
        .worker(worker)
        .key(key)
        .createdFrom(TypedTime.by(arborist.clock(), createdFrom))
        .createdBefore(TypedTime.by(arborist.clock(), createdBefore))
        .build();
  }

  /** Whether it lets other tasks through as time passes, though nothing happens to any. */
  boolean isRelative() {
    return isRelative(createdFrom) || isRelative(createdBefore);
  }

  private static boolean isRelative(@Nullable TypedTime time) {
    return time != null && time.isRelative();
  }

  /** What is said to a person when no task is found. */
  String nothing(Arborist arborist) {
    return in(arborist).equals(TaskFilter.ALL) ? "there are no tasks" : "no task meets the filter";
  }

  private static List<TaskStatus> parse(List<String> labels) {
    return labels.stream().map(TaskStatus::parse).toList();
  }

  /** A task that is not there is a mistake, where an empty list would look like an answer. */
  private static @Nullable TaskNumber number(@Nullable String reference, Arborist arborist) {
    return reference == null
        ? null
        : arborist.browser().get(arborist.browser().resolve(reference)).task().number();
  }
}
