package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.ClaimFilter;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the tasks that come first. */
@Command(
    name = "claim",
    description = "Take the tasks that come first, under a lease.",
    footer = {
      "",
      "Examples:",
      "  arborist claim --worker me --lease 10m",
      "  arborist claim --worker me --json | jq -r '.[0].task.prompt'"
    })
final class ClaimCommand extends ChangeCommand {

  @Mixin private JsonOption json;

  @Option(names = "--worker", required = true, paramLabel = "NAME", description = "Who takes them.")
  private String worker = "";

  @Option(
      names = "--lease",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long they may be held, such as 10m; 30s by default.")
  private Duration lease = TaskQueue.LEASE_DEFAULT;

  @Option(names = "--count", paramLabel = "N", description = "How many at most; 1 by default.")
  private int count = 1;

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

  ClaimCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    Set<TaskSource> wanted = EnumSet.noneOf(TaskSource.class);
    sources.forEach(source -> wanted.add(TaskSource.parse(source)));
    ClaimFilter filter = new ClaimFilter(agentType, wanted, branch);
    List<Claim> claims = arborist.queue().claim(worker, count, lease, filter);
    return json.choose(() -> text(claims), out -> TaskJson.writeClaims(claims, out));
  }

  private static String text(List<Claim> claims) {
    StringBuilder text = new StringBuilder();
    claims.forEach(claim -> text.append(text(claim)));
    return text.isEmpty() ? "nothing is ready\n" : text.toString();
  }

  private static String text(Claim claim) {
    Task task = claim.details().task();
    return "claimed "
        + task.number()
        + " "
        + SafeText.of(task.profile().summary())
        + "\n  until "
        + claim.leaseUntil()
        + "; then: arborist complete "
        + task.number().value()
        + " --token "
        + claim.token()
        + "\n";
  }
}
