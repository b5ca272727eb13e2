package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.domain.query.TaskCursor;
import dev.arborist.domain.query.TaskFilter;
import dev.arborist.domain.query.TaskPage;
import dev.arborist.domain.query.TaskQuery;
import dev.arborist.domain.query.TaskQuery.Order;
import dev.arborist.domain.task.Task;
import dev.arborist.domain.task.TaskDetails;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.task.TaskStatus;
import dev.arborist.domain.validation.report.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers the scripts of {@code arborist completion}: what of a queue can stand where the cursor
 * is, a line each, its description behind a tab.
 *
 * <p>It is called without picocli, which would take longer than the answer. Whatever goes wrong
 * prints nothing: a line that is being typed is no place for an error.
 */
final class Candidates {

  /** The hidden command. */
  static final String COMMAND = "__complete";

  /** So many tasks are offered, in the order of {@code list}: more would be read by nobody. */
  private static final int TASKS_MAX = 200;

  /** Names are those of so many running tasks, and of so many new ones. */
  private static final int NAMED_TASKS_MAX = 500;

  private static final int DESCRIPTION_COLUMNS = 60;
  private static final int DIGITS_MAX = 15;
  private static final long RADIX = 10;

  /**
   * What can be typed.
   *
   * @param value what is typed
   * @param description what is shown beside it; may be empty
   */
  private record Candidate(String value, String description) {}

  private final Terminal terminal;
  private final CompletionRequest request;

  private Candidates(Terminal terminal, CompletionRequest request) {
    this.terminal = terminal;
    this.request = request;
  }

  /** Prints the candidates that the arguments behind the command ask for; never fails. */
  static int print(Terminal terminal, List<String> arguments) {
    try {
      CompletionRequest request = CompletionRequest.parse(arguments).orElse(null);
      if (request != null) {
        terminal.print(new Candidates(terminal, request).text());
      }
    } catch (RuntimeException | IOException e) {
      return ExitCode.DONE; // no queue, a damaged one, an unknown query: nothing to offer
    }
    return ExitCode.DONE;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Candidate candidate : find()) {
      text.append(request.answer(candidate.value));
      SafeText description = SafeText.of(candidate.description).fit(DESCRIPTION_COLUMNS);
      text.append('\t').append(description).append('\n');
    }
    return text.toString();
  }

  private List<Candidate> find() {
    String[] query = request.query().split(":", 2);
    return switch (query[0]) {
      case "tasks" -> inQueue(browser -> tasks(browser, statuses(query)));
      case "agent-types" -> inQueue(browser -> names(browser, task -> task.profile().agentType()));
      case "branches" -> inQueue(browser -> names(browser, task -> task.profile().branch()));
      case "workers" -> inQueue(browser -> names(browser, task -> task.progress().worker()));
      case "runs" -> runs();
      default -> List.of();
    };
  }

  private static TaskFilter statuses(String[] query) {
    List<String> words = query.length < 2 ? List.of() : Arrays.asList(query[1].split(",", -1));
    return TaskFilter.ofStatuses(words.stream().map(TaskStatus::parse).toList());
  }

  private List<Candidate> inQueue(Function<TaskBrowser, List<Candidate>> answer) {
    QueuePlace queue = QueueOption.find(terminal, given(QueueOption.NAME));
    try (Arborist arborist = Arborist.at(queue).open()) {
      return answer.apply(arborist.browser());
    }
  }

  private @Nullable String given(String option) {
    return request.file(option, terminal.given("HOME"));
  }

  /** Those that come first, or those whose numbers begin with what is typed; by number. */
  private List<Candidate> tasks(TaskBrowser browser, TaskFilter filter) {
    String digits = request.typed();
    TaskPage first = browser.list(TaskQuery.of(filter, Order.PRIORITY, TASKS_MAX));
    List<Task> found =
        digits.isEmpty() || first.next() == null
            ? tasksOf(first)
            : beginning(digits, browser, filter);
    return found.stream()
        .filter(task -> number(task).startsWith(digits) && !request.isGiven(number(task)))
        .sorted(Comparator.comparing(Task::number))
        .map(task -> new Candidate(number(task), task.profile().summary()))
        .toList();
  }

  private static String number(Task task) {
    return String.valueOf(task.number().value());
  }

  private static List<Task> tasksOf(TaskPage page) {
    return page.tasks().stream().map(TaskDetails::task).toList();
  }

  /** 17 is the beginning of 17, of 170 to 179, of 1700 to 1799 and so on. */
  private static List<Task> beginning(String digits, TaskBrowser browser, TaskFilter filter) {
    List<Task> tasks = new ArrayList<>();
    if (digits.length() > DIGITS_MAX || !digits.matches("[1-9][0-9]*")) {
      return tasks;
    }
    long first = Long.parseLong(digits);
    long numbers = 1;
    boolean more = true;
    while (more && first <= TaskNumber.MAX && tasks.size() < TASKS_MAX) {
      List<Task> page = from(first, browser, filter);
      long end = first + numbers;
      page.stream().filter(task -> task.number().value() < end).forEach(tasks::add);
      more = !page.isEmpty();
      first *= RADIX;
      numbers *= RADIX;
    }
    return tasks.subList(0, Math.min(TASKS_MAX, tasks.size()));
  }

  private static List<Task> from(long number, TaskBrowser browser, TaskFilter filter) {
    TaskQuery query = TaskQuery.of(filter, Order.NUMBER, TASKS_MAX);
    if (number > 1) {
      TaskNumber before = TaskNumber.of(number - 1);
      query = query.after(new TaskCursor(Order.NUMBER, false, before.value(), before));
    }
    return tasksOf(browser.list(query));
  }

  /** Names are typed as they are, so that what cannot be typed is left out. */
  private List<Candidate> names(TaskBrowser browser, Function<Task, @Nullable String> name) {
    TreeSet<String> names = new TreeSet<>();
    TaskFilter running = TaskFilter.ofStatuses(List.of(TaskStatus.RUNNING));
    for (TaskQuery query :
        List.of(
            TaskQuery.of(running, Order.PRIORITY, NAMED_TASKS_MAX),
            TaskQuery.of(TaskFilter.ALL, Order.NUMBER, NAMED_TASKS_MAX).reverse())) {
      for (Task task : tasksOf(browser.list(query))) {
        String text = name.apply(task);
        if (text != null && text.startsWith(request.typed()) && canBeTyped(text)) {
          names.add(text);
        }
      }
    }
    return names.stream().map(text -> new Candidate(text, "")).toList();
  }

  /** A dash would begin an option, and a tilde is what fish leaves to stand for a directory. */
  private static boolean canBeTyped(String name) {
    return !name.startsWith("-")
        && !name.startsWith("~")
        && SafeText.of(name).toString().equals(name);
  }

  private List<Candidate> runs() {
    HistoryPlace place = HistoryOption.find(terminal, given("--history")).orElse(null);
    if (place == null) {
      return List.of();
    }
    try (RunHistory history = place.open()) {
      return history.list(null, TASKS_MAX).stream()
          .filter(run -> run.id().toString().startsWith(request.typed()))
          .map(run -> new Candidate(run.id().toString(), described(run)))
          .toList();
    }
  }

  private static String described(RunSummary run) {
    return (run.origin().measuredAt() + " " + run.origin().label()).strip();
  }
}
