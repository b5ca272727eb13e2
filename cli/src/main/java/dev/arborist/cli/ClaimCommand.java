package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.Task;
import java.util.List;
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

  @Mixin private ClaimOptions options = new ClaimOptions();
  @Mixin private JsonOption json;

  @Option(names = "--worker", required = true, paramLabel = "NAME", description = "Who takes them.")
  private String worker = "";

  @Option(names = "--count", paramLabel = "N", description = "How many at most; 1 by default.")
  private int count = 1;

  ClaimCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) {
    List<Claim> claims = arborist.queue().claim(worker, count, options.lease(), options.filter());
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
