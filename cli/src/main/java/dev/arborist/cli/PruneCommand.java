package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.render.task.PruneText;
import dev.arborist.adapters.render.tree.TextTree;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.upkeep.VacuumMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes tasks that have come to an end. */
@Command(
    name = "prune",
    description = "Delete tasks that have come to an end.",
    footer = {
      "",
      "A task stays while a child of it stays or an open task waits for it.",
      "",
      "Examples:",
      "  arborist prune --older-than 30d --dry-run",
      "  arborist prune --status completed,cancelled --before 2026-01-01 --recursive",
      "  arborist prune 13 14"
    })
final class PruneCommand extends ChangeCommand {

  /** A preview of more tasks than this is read by nobody. */
  private static final int PREVIEW_MAX = 100;

  @Mixin private ColourOption colour;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "TASK", arity = "0..*", description = "These tasks.")
  private List<String> tasks = new ArrayList<>();

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      converter = Ages.class,
      description =
          "Only what ended so long ago: 30d, 4w, 6m (months of 30 days) or 1y (365 days).")
  private @Nullable Duration age;

  @Option(
      names = "--before",
      paramLabel = "TIME",
      converter = Times.class,
      description = "Only what ended before then: 2026-12-01T08:00:00Z, 2026-12-01 or -30d.")
  private @Nullable TypedTime before;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      completionCandidates = Words.FinalStatuses.class,
      description = "Only completed, failed or cancelled ones.")
  private List<String> statuses = new ArrayList<>();

  @Option(
      names = "--recursive",
      description = "Whole subtrees, and only those of which every member qualifies.")
  private boolean recursive;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many tasks at most, those that ended first; 0, the default, for all.")
  private int limit;

  @Option(names = "--dry-run", description = "Only show what would be deleted.")
  private boolean dryRun;

  @Option(
      names = "--vacuum",
      paramLabel = "WHEN",
      defaultValue = "conditional",
      description =
          "Give the free space back: always, conditional (the default: from 100 tasks, below 10,000)"
              + " or never.")
  private VacuumMode vacuum = VacuumMode.CONDITIONAL;

  PruneCommand(Terminal terminal) {
    super(terminal);
    colour = new ColourOption(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  boolean isRehearsed() {
    return dryRun;
  }

  @Override
  Output change(Arborist arborist) {
    PruneReport report = arborist.upkeep().prune(request(arborist));
    if (json.isWanted() || !dryRun || report.pruned().size() > PREVIEW_MAX) {
      return json.choose(
          () -> PruneText.render(report, dryRun), out -> QueueJson.writePruneReport(report, out));
    }
    TreeSnapshot preview = TaskForest.of(report.pruned(), arborist.browser());
    TreeStyle style = TreeStyle.PLAIN.colours(colour.depth()).width(terminal.columns());
    return () -> {
      terminal.print(PruneText.render(report, true));
      int rows = preview.visibility().rows();
      new TextTree(style).render(preview.visibility(), preview.labels(), 0, rows, terminal.out());
    };
  }

  private PruneRequest request(Arborist arborist) {
    return PruneRequest.where()
        .numbers(tasks.stream().map(task -> arborist.browser().resolve(task)).toList())
        .statuses(statuses.stream().map(TaskStatus::parse).toList())
        .finishedBefore(finishedBefore(arborist.clock()))
        .recursive(recursive)
        .limit(limit)
        .dryRun(dryRun)
        .vacuum(vacuum)
        .build();
  }

  /** The earlier of the two: what ended must meet both. */
  private @Nullable Instant finishedBefore(InstantSource clock) {
    Instant named = TypedTime.by(clock, before);
    if (age == null) {
      return named;
    }
    Instant then = new TypedTime(null, age.negated()).by(clock);
    return named == null || then.isBefore(named) ? then : named;
  }
}
