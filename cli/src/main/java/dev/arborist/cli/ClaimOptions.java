package dev.arborist.cli;

import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.TaskSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tasks a worker takes, and for how long. */
final class ClaimOptions {

  @Option(
      names = "--lease",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long they may be held, such as 10m; 30s by default.")
  private Duration lease = TaskQueue.LEASE_DEFAULT;

  @Option(
      names = "--agent-type",
      paramLabel = "NAME",
      description = "Only tasks for this kind of worker.")
  private @Nullable String agentType;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      split = ",",
      completionCandidates = Words.Sources.class,
      description =
          "Only of these: human, agent_requirements, agent_planner, agent_implementation.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Only tasks on this branch of work.")
  private @Nullable String branch;

  Duration lease() {
    return lease;
  }

  ClaimFilter filter() {
    Set<TaskSource> wanted = EnumSet.noneOf(TaskSource.class);
    sources.forEach(source -> wanted.add(TaskSource.parse(source)));
    return new ClaimFilter(agentType, wanted, branch);
  }
}
