package dev.arborist.cli;

import dev.arborist.adapters.render.export.TreeFormat;
import dev.arborist.adapters.render.report.BenchmarkColumn;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words that an option takes, as picocli's {@code completionCandidates}: what completion offers
 * is what {@link Choices} lets pass.
 */
abstract class Words implements Iterable<String> {

  private final List<String> words;

  private Words(Stream<String> words) {
    this.words = words.toList();
  }

  @Override
  public final Iterator<String> iterator() {
    return words.iterator();
  }

  /** Whether the option takes nothing else. */
  boolean isClosed() {
    return true;
  }

  /** The statuses of tasks. */
  static final class Statuses extends Words {
    Statuses() {
      super(Arrays.stream(TaskStatus.values()).map(TaskStatus::label));
    }
  }

  /** The statuses of tasks that have come to an end. */
  static final class FinalStatuses extends Words {
    FinalStatuses() {
      super(
          Arrays.stream(TaskStatus.values()).filter(TaskStatus::isTerminal).map(TaskStatus::label));
    }
  }

  /** Who can have asked for a task. */
  static final class Sources extends Words {
    Sources() {
      super(Arrays.stream(TaskSource.values()).map(TaskSource::label));
    }
  }

  /** The ways to look at the tasks. */
  static final class Views extends Words {
    Views() {
      super(Arrays.stream(TreeView.values()).map(TreeView::label));
    }
  }

  /** The formats that a tree is written in. */
  static final class TreeFormats extends Words {
    TreeFormats() {
      super(Arrays.stream(TreeFormat.values()).map(TreeFormat::label));
    }
  }

  /** The formats that a verdict is written in. */
  static final class ReportFormats extends Words {
    ReportFormats() {
      super(Arrays.stream(ReportFormat.values()).map(ReportFormat::word));
    }
  }

  /** The columns of a table of benchmarks. */
  static final class Columns extends Words {
    Columns() {
      super(Arrays.stream(BenchmarkColumn.values()).map(BenchmarkColumn::word));
    }
  }

  /** What a table of benchmarks is sorted by. */
  static final class SortKeys extends Words {
    SortKeys() {
      super(
          Stream.concat(
              Stream.of("name"),
              Arrays.stream(BenchmarkColumn.values()).map(BenchmarkColumn::word)));
    }
  }

  /** What becomes of what is undecided. */
  static final class Policies extends Words {
    Policies() {
      super(Arrays.stream(WhenInconclusive.values()).map(WhenInconclusive::word));
    }
  }

  /** By what benchmarks are put together; also by one parameter, {@code param:NAME}. */
  static final class Groups extends Words {
    Groups() {
      super(Stream.of("none", "benchmark", "class", "params", "run"));
    }

    @Override
    boolean isClosed() {
      return false;
    }
  }

  /** What fails a comparison; also a statistic and a percentage, {@code median:5%}. */
  static final class FailRules extends Words {
    FailRules() {
      super(Stream.of("regressed"));
    }

    @Override
    boolean isClosed() {
      return false;
    }
  }

  /** The forms of the JSON that is printed. */
  static final class Forms extends Words {
    Forms() {
      super(Arrays.stream(JsonForm.values()).map(JsonForm::label));
    }
  }

  /** The commands, of which some have others below them. */
  static final class Commands extends Words {
    Commands() {
      super(CommandGroups.GROUPS.stream().flatMap(group -> group.names().stream()));
    }

    @Override
    boolean isClosed() {
      return false;
    }
  }

  /** The names of runs that are not in a file; also a file, or the number of a run. */
  static final class Runs extends Words {
    Runs() {
      super(Stream.of("latest", "pinned"));
    }

    @Override
    boolean isClosed() {
      return false;
    }
  }
}
