package dev.arborist.application.service;

import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.UnknownTaskException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How people name a task: by its number, its id or the beginning of its id. */
final class References {

  private static final Pattern NUMBER = Pattern.compile("#\\d+|[1-9]\\d{0,15}");
  private static final Pattern ID_PREFIX = Pattern.compile("[0-9a-f]{4,32}");

  private References() {}

  /** See {@code TaskBrowser.resolve}. */
  static TaskNumber resolve(TaskStore store, String reference) {
    if (NUMBER.matcher(reference).matches()) {
      return TaskNumber.parse(reference);
    }
    String digits = reference.toLowerCase(Locale.ROOT).replace("-", "");
    if (!ID_PREFIX.matcher(digits).matches()) {
      throw new InvalidInputException(
          "'" + reference + "' is no task: give a number such as 17, or 4 to 32 digits of an id");
    }
    List<TaskNumber> found = store.read(tx -> tx.findByIdPrefix(digits, 2));
    if (found.isEmpty()) {
      throw new UnknownTaskException(reference);
    }
    if (found.size() > 1) {
      throw new InvalidInputException(
          "several ids begin with '"
              + reference
              + "', those of "
              + found.get(0)
              + " and "
              + found.get(1)
              + " among them: give more digits");
    }
    return found.get(0);
  }
}
