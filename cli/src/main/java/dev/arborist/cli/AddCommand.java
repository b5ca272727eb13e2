package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.Schedule;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskSource;
import dev.arborist.domain.task.TextRules;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a task. */
@Command(
    name = "add",
    description = "Add a task.",
    footer = {
      "",
      "Examples:",
      "  arborist add 'Write the parser' --parent 3 --prerequisites 4,5 --priority 8",
      "  git log -1 --format=%%B | arborist add - --summary 'Review the last commit'"
    })
final class AddCommand implements Callable<Integer> {

  private final Terminal terminal;
  @Mixin private QueueOption queue;

  @Parameters(
      index = "0",
      paramLabel = "PROMPT",
      description = "What is to be done; - reads it from standard input.")
  private String prompt = "";

  @Option(
      names = "--summary",
      paramLabel = "TEXT",
      description = "One line for lists; by default the prompt's first.")
  private @Nullable String summary;

  @Option(
      names = "--parent",
      paramLabel = "NUMBER",
      converter = TaskNumbers.class,
      description = "The task that it is a part of.")
  private @Nullable TaskNumber parent;

  @Option(
      names = "--prerequisites",
      paramLabel = "NUMBER",
      split = ",",
      converter = TaskNumbers.class,
      description = "The tasks that must be completed first, separated by commas.")
  private List<TaskNumber> prerequisites = new ArrayList<>();

  @Option(
      names = "--priority",
      paramLabel = "0-10",
      description = "How soon, 10 first; 5 by default.")
  private int priority = Schedule.BASE_PRIORITY_DEFAULT;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      defaultValue = "human",
      description = "human, agent_requirements, agent_planner or agent_implementation.")
  private String source = "human";

  @Option(
      names = "--agent-type",
      paramLabel = "NAME",
      description = "The kind of worker it is for.")
  private @Nullable String agentType;

  @Option(names = "--branch", paramLabel = "NAME", description = "The branch of work it is on.")
  private @Nullable String branch;

  @Option(names = "--json", description = "Print the new task as JSON.")
  private boolean json;

  AddCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new QueueOption(terminal);
  }

  @Override
  public Integer call() throws IOException {
    NewTask task =
        NewTask.of(read())
            .summary(summary)
            .source(TaskSource.parse(source))
            .agentType(agentType)
            .branch(branch)
            .parent(parent)
            .prerequisites(prerequisites)
            .basePriority(priority)
            .build();
    try (Arborist arborist = queue.open()) {
      Task added = arborist.queue().enqueue(task);
      terminal.confirm(() -> print(arborist, added));
    }
    return ExitCode.DONE;
  }

  private void print(Arborist arborist, Task added) throws IOException {
    if (json) {
      TaskJson.writeTask(arborist.browser().get(added.number()), terminal.out());
    } else {
      terminal.print("added " + added.number() + " (" + added.status().label() + ")\n");
    }
  }

  /** At most what a prompt may hold, and one byte more to tell that it is too long. */
  private String read() throws IOException {
    if (!prompt.equals("-")) {
      return prompt;
    }
    byte[] bytes = terminal.in().readNBytes(TextRules.TEXT_BYTES_MAX + 1);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .stripTrailing();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          bytes.length > TextRules.TEXT_BYTES_MAX
              ? "the prompt is too long: at most " + TextRules.TEXT_BYTES_MAX + " bytes are kept"
              : "standard input is not UTF-8: convert it",
          e);
    }
  }
}
