package dev.arborist.determinism.matrix;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.QueueJson;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.files.TaskLinesWriter;
import dev.arborist.adapters.render.export.TreeFormat;
import dev.arborist.adapters.render.task.DiagnosisText;
import dev.arborist.adapters.render.task.EventList;
import dev.arborist.adapters.render.task.ExplanationText;
import dev.arborist.adapters.render.task.PlanText;
import dev.arborist.adapters.render.task.PruneText;
import dev.arborist.adapters.render.task.SpecificationList;
import dev.arborist.adapters.render.task.StatisticsTable;
import dev.arborist.adapters.render.task.TaskCard;
import dev.arborist.adapters.render.task.TaskList;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.adapters.render.tree.TreeStyle;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.out.TreeRenderer;
import dev.arborist.domain.dependency.ExecutionPlan;
import dev.arborist.domain.history.EventQuery;
import dev.arborist.domain.history.TaskEvent;
import dev.arborist.domain.query.QueueStatistics;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.tree.TreeSnapshot;
import dev.arborist.domain.tree.TreeView;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import java.io.IOException;
import java.util.List;

/** Everything that is written of a queue. */
final class QueueArtefacts {

  private static final int WIDTH = 72;

  private final TaskBrowser browser;
  private final Arborist arborist;
  private final Artefacts artefacts;

  QueueArtefacts(Arborist arborist, Artefacts artefacts) {
    this.arborist = arborist;
    this.artefacts = artefacts;
    browser = arborist.browser();
  }

  void write() throws IOException {
    for (TreeView view : TreeView.values()) {
      trees(view);
    }
    lists();
    events();
    plan();
    explanations();
    upkeep();
    artefacts.put(
        "export.jsonl",
        out -> {
          try (TaskLinesWriter lines = new TaskLinesWriter(out)) {
            browser.export(lines);
          }
        });
  }

  private void trees(TreeView view) throws IOException {
    for (ColourDepth depth : ColourDepth.values()) {
      for (boolean ascii : new boolean[] {false, true}) {
        TreeStyle style = TreeStyle.PLAIN.colours(depth).ascii(ascii).width(ascii ? 0 : WIDTH);
        String name = "tree-" + view.label() + "-" + depth + (ascii ? "-ascii" : "");
        tree(name + ".txt", view, TreeFormat.TEXT.renderer(style));
      }
    }
    for (TreeFormat format : TreeFormat.values()) {
      tree("tree-" + view.label() + "." + format.label(), view, format.renderer(TreeStyle.PLAIN));
    }
  }

  private void tree(String name, TreeView view, TreeRenderer renderer) throws IOException {
    TreeSnapshot tree = browser.snapshot(view, TaskFilter.ALL);
    artefacts.put(
        name,
        out -> renderer.render(tree.visibility(), tree.labels(), 0, tree.visibility().rows(), out));
  }

  private void lists() throws IOException {
    for (Order order : Order.values()) {
      List<TaskDetails> details = browser.list(TaskQuery.of(TaskFilter.ALL, order, 0)).tasks();
      List<Task> tasks = details.stream().map(TaskDetails::task).toList();
      artefacts.put("list-" + order + ".txt", TaskList.render(tasks, ColourDepth.ANSI_16));
      artefacts.put("list-" + order + ".json", out -> TaskJson.writeTasks(details, out));
    }
    TaskFilter filter = TaskFilter.where().text("IŞIK").build();
    List<TaskDetails> found = browser.list(TaskQuery.of(filter, Order.PRIORITY, 0)).tasks();
    artefacts.put("list-text.json", out -> TaskJson.writeTasks(found, out));
  }

  private void events() throws IOException {
    List<TaskEvent> events = browser.events(new EventQuery(null, 0, 0));
    artefacts.put("events.txt", EventList.render(events));
    artefacts.put("events.json", out -> QueueJson.writeEvents(events, out));
  }

  private void plan() throws IOException {
    ExecutionPlan plan = browser.plan();
    artefacts.put("plan.txt", PlanText.render(plan));
    artefacts.put("plan.json", out -> QueueJson.writePlan(plan, out));
    QueueStatistics statistics = browser.statistics();
    artefacts.put("statistics.txt", StatisticsTable.render(statistics, ColourDepth.TRUECOLOR));
    artefacts.put("statistics.json", out -> QueueJson.writeStatistics(statistics, out));
  }

  /** Of every task, since which of them are blocked depends on what happened. */
  private void explanations() throws IOException {
    List<TaskDetails> all = browser.list(TaskQuery.ALL).tasks();
    StringBuilder text = new StringBuilder();
    for (TaskDetails details : all) {
      TaskNumber number = details.task().number();
      text.append(TaskCard.render(details));
      text.append(ExplanationText.render(browser.explain(number)));
      text.append("waited for by");
      browser.dependents(number).forEach(task -> text.append(' ').append(task.number()));
      text.append('\n');
    }
    artefacts.put("cards.txt", text.toString());
    artefacts.put(
        "explanations.json",
        out -> {
          for (TaskDetails details : all) {
            QueueJson.writeExplanation(browser.explain(details.task().number()), out);
          }
        });
  }

  private void upkeep() throws IOException {
    PruneReport report =
        arborist
            .upkeep()
            .prune(
                PruneRequest.where()
                    .statuses(
                        List.of(TaskStatus.COMPLETED, TaskStatus.FAILED, TaskStatus.CANCELLED))
                    .recursive(true)
                    .dryRun(true)
                    .build());
    artefacts.put("prune.txt", PruneText.render(report, true));
    artefacts.put("doctor.txt", DiagnosisText.render(arborist.upkeep().diagnose(false)));
    artefacts.put(
        "specifications.txt", SpecificationList.render(arborist.specifications().list(null)));
  }
}
