package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.BatchReader;
import dev.arborist.cli.Terminal.Output;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.KeyConflictException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskBatch;
import dev.arborist.domain.task.TaskSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a task, or a whole graph of them. */
@Command(
    name = "add",
    description = "Add a task, or a whole graph of tasks at once.",
    footer = {
      "",
      "A line of --batch is a JSON object: a 'prompt', a 'ref' by which the 'parent'",
      "and the 'prerequisites' of other lines name it, and any other field that",
      "'arborist schema batch' names. Under a --key, a time such as +2d is that of the",
      "first time.",
      "",
      "Examples:",
      "  arborist add 'Write the parser' --parent 3 --prerequisites 4,5 --priority 8",
      "  arborist add 'Renew the certificate' --not-before +60d --key cert-2027",
      "  git log -1 --format=%%B | arborist add - --summary 'Review the last commit'",
      "  arborist add --batch release.jsonl"
    })
final class AddCommand extends ChangeCommand {

  private static final List<String> ALONGSIDE_BATCH =
      List.of("--batch", "--json", "--db", "--actor", "--durability", "--debug", "--no-pager");

  @Mixin private TaskFields fields = new TaskFields();
  @Mixin private JsonOption json;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROMPT",
      description = "What is to be done; - reads it from standard input.")
  private @Nullable String prompt;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description =
          "Add the tasks of a file, one a line as JSON, all or none; - for standard input.")
  private @Nullable String batch;

  @Option(
      names = "--prerequisites",
      paramLabel = "TASK",
      split = ",",
      description = "The tasks that must be completed first, separated by commas.")
  private List<String> prerequisites = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      defaultValue = "human",
      completionCandidates = Words.Sources.class,
      description = "human, agent_requirements, agent_planner or agent_implementation.")
  private String source = "human";

  @Option(names = "--session", paramLabel = "NAME", description = "The session that asks for it.")
  private @Nullable String session;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Add it once under this key, however often this is said.")
  private @Nullable String key;

  AddCommand(Terminal terminal) {
    super(terminal);
    json = new JsonOption(terminal);
  }

  @Override
  Output change(Arborist arborist) throws IOException {
    if (batch != null) {
      return addBatch(batch, arborist);
    }
    if (prompt == null) {
      throw new InvalidInputException("nothing is to be done: give a PROMPT, or --batch FILE");
    }
    NewTask task = task(prompt, arborist);
    long newest = newest(arborist);
    Task added = enqueue(task, arborist);
    return json.task(arborist, added.number(), said(added, newest));
  }

  /** A time seen from now, as +1d, is another one each time; under a key the first one stands. */
  private Task enqueue(NewTask task, Arborist arborist) {
    try {
      return arborist.queue().enqueue(task);
    } catch (KeyConflictException e) {
      Schedule first = arborist.browser().get(e.number()).task().schedule();
      Schedule same = fields.withTimesOf(first, task.schedule());
      return arborist
          .queue()
          .enqueue(
              new NewTask(
                  task.profile(), same, task.prompt(), task.payload(), task.prerequisites()));
    }
  }

  private NewTask task(String text, Arborist arborist) throws IOException {
    Inputs inputs = new Inputs(terminal, queue);
    NewTask.Builder task =
        NewTask.of(inputs.text("prompt", text))
            .source(TaskSource.parse(source))
            .session(session)
            .idempotencyKey(key)
            .prerequisites(
                prerequisites.stream()
                    .map(reference -> arborist.browser().resolve(reference))
                    .toList());
    fields.describe(task, arborist, inputs);
    return task.build();
  }

  private Output addBatch(String file, Arborist arborist) throws IOException {
    requireNothingElse();
    TaskBatch tasks;
    try (InputStream in = new Inputs(terminal, queue).open(file)) {
      tasks = new BatchReader().read(in, line -> {});
    }
    long newest = newest(arborist);
    List<Task> added = arborist.queue().enqueueAll(tasks);
    return json.tasks(arborist, added, () -> said(added, newest));
  }

  /** What a line does not say must not be lost without a word. */
  private void requireNothingElse() {
    for (OptionSpec option :
        Objects.requireNonNull(spec).commandLine().getParseResult().matchedOptions()) {
      if (!ALONGSIDE_BATCH.contains(option.longestName())) {
        throw new InvalidInputException(
            "with --batch, each line says everything: leave " + option.longestName() + " out");
      }
    }
    if (prompt != null) {
      throw new InvalidInputException("with --batch, each line has a prompt: give no other");
    }
  }

  /** The greatest number before: a task that is not above it had its key already. */
  private static long newest(Arborist arborist) {
    return arborist
        .browser()
        .list(TaskQuery.of(TaskFilter.ALL, Order.NUMBER, 1).reverse())
        .tasks()
        .stream()
        .mapToLong(details -> details.task().number().value())
        .findFirst()
        .orElse(0);
  }

  private static String said(List<Task> tasks, long newest) {
    StringBuilder text = new StringBuilder();
    tasks.forEach(task -> text.append(said(task, newest)));
    return text.isEmpty() ? "added nothing: the batch holds no task\n" : text.toString();
  }

  private static String said(Task task, long newest) {
    String status = " (" + task.status().label() + ")\n";
    return task.number().value() > newest
        ? "added " + task.number() + status
        : task.number() + " has this key already" + status;
  }
}
