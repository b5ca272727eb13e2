package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.TaskNumber;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renews a lease. */
@Command(
    name = "heartbeat",
    description = "Keep a claimed task for longer.",
    footer = {
      "",
      "No lease outlasts the task's timeout, however often it is renewed.",
      "",
      "Example:",
      "  arborist heartbeat 17 --token 1 --lease 10m"
    })
final class HeartbeatCommand extends ChangeCommand {

  @Mixin private TaskParameter task = new TaskParameter();
  @Mixin private TokenOption token = new TokenOption();
  @Mixin private JsonOption json;

  @Option(
      names = "--lease",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long it may be held from now on, such as 10m; 30s by default.")
  private Duration lease = TaskQueue.LEASE_DEFAULT;

  HeartbeatCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    TaskNumber number = task.in(arborist);
    Instant until = arborist.queue().heartbeat(number, token.value(), lease);
    return json.task(arborist, number, number + " is held until " + until + "\n");
  }
}
