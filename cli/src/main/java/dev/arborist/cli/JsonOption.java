package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.files.TaskJson;
import dev.arborist.adapters.files.WholeFile.Content;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether a program reads what is printed. */
final class JsonOption {

  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean wanted;

  JsonOption(Terminal terminal) {
    this.terminal = terminal;
  }

  boolean isWanted() {
    return wanted;
  }

  /** The JSON if it is wanted, else the text. */
  Printout choose(Supplier<String> text, Content json) {
    return wanted ? Printout.json(terminal, json) : Printout.text(terminal, text);
  }

  /** The whole task as it is now, else the text. */
  Printout task(Arborist arborist, TaskNumber number, String text) {
    if (!wanted) {
      return Printout.text(terminal, () -> text);
    }
    TaskDetails details = arborist.browser().get(number);
    return choose(() -> text, out -> TaskJson.writeTask(details, out));
  }

  /** An array of the whole tasks as they are now, else the text. */
  Printout tasks(Arborist arborist, List<Task> tasks, Supplier<String> text) {
    List<TaskDetails> details =
        wanted
            ? tasks.stream().map(task -> arborist.browser().get(task.number())).toList()
            : List.of();
    return choose(text, out -> TaskJson.writeTasks(details, out));
  }
}
