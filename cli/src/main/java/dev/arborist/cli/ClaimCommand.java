package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the tasks that come first. */
@Command(
    name = "claim",
    description = "Take the tasks that come first, under a lease.",
    footer = {
      "",
      "Example:",
      "  arborist claim --worker me --lease 10m --json | jq -r '.[0].task.prompt'"
    })
final class ClaimCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;

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
      names = "--json",
      description = "Print an array of {task, token, leaseUntil} as JSON, empty for none.")
  private boolean json;

  ClaimCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    List<Claim> claims;
    try (Arborist arborist = queue.open()) {
      claims = arborist.queue().claim(worker, count, lease);
    }
    terminal.confirm(() -> print(claims));
    return ExitCode.DONE;
  }

  private void print(List<Claim> claims) throws IOException {
    if (json) {
      TaskJson.writeClaims(claims, terminal.out());
    } else if (claims.isEmpty()) {
      terminal.print("nothing is ready\n");
    } else {
      for (Claim claim : claims) {
        terminal.print(text(claim));
      }
    }
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
