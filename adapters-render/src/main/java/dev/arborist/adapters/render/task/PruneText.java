package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.upkeep.PruneReport;

/** What was pruned, or would be, as lines: first how much, then what was left and why. */
public final class PruneText {

  private PruneText() {}

  /**
   * The lines, each ended by a line break.
   *
   * @param dryRun whether nothing was deleted; then the tasks are not named here
   */
  public static String render(PruneReport report, boolean dryRun) {
    StringBuilder text = new StringBuilder();
    int count = report.pruned().size();
    if (count == 0) {
      text.append("nothing is to be pruned\n");
    } else if (dryRun) {
      text.append("would prune ").append(Counted.of(count, "task")).append('\n');
    } else {
      text.append("pruned ").append(Counted.of(count, "task")).append(": ");
      text.append(Counted.named(report.pruned())).append('\n');
    }
    left(report.partial(), "subtree", "not every member qualifies", text);
    left(report.keptForChildren(), "task", "a child stays", text);
    left(report.keptForDependents(), "task", "an open task waits for it", text);
    if (report.compacted()) {
      text.append("gave the free space back\n");
    }
    if (report.compactionFailure() != null) {
      text.append("could not give the free space back: ");
      text.append(SafeText.of(report.compactionFailure())).append('\n');
    }
    return text.toString();
  }

  private static void left(int count, String thing, String reason, StringBuilder text) {
    if (count > 0) {
      text.append("left ").append(Counted.of(count, thing)).append(": ").append(reason);
      text.append('\n');
    }
  }
}
