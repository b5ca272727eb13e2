package dev.arborist.adapters.render.task;

import dev.arborist.adapters.render.text.SafeText;
import dev.arborist.domain.query.Explanation;
import dev.arborist.domain.task.Progress;
import dev.arborist.domain.task.Task;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a task is not running, or who runs it, in a few sentences, a line each. */
public final class ExplanationText {

  private static final int NAMED_MAX = 10;

  private ExplanationText() {}

  /** The sentences, each ended by a line break. */
  public static String render(Explanation explanation) {
    Task task = explanation.task();
    String start = task.number() + " is " + task.status().label();
    return switch (task.status()) {
      case PENDING -> start + pending(task);
      case BLOCKED -> start + blocked(explanation);
      case READY -> start + ready(explanation.ahead());
      case RUNNING -> start + under(task.progress()) + ".\n";
      case COMPLETED -> start + since(task.progress()) + by(task.progress()) + ".\n";
      case FAILED -> start + since(task.progress()) + failures(task.progress()) + ".\n";
      case CANCELLED -> start + since(task.progress()) + cause(explanation);
    };
  }

  private static String pending(Task task) {
    Progress progress = task.progress();
    boolean backsOff = progress.failures() > 0;
    return (backsOff ? failures(progress) + " and" : ": it is")
        + " due at "
        + progress.dueAt()
        + ".\n";
  }

  private static String ready(long ahead) {
    if (ahead == 0) {
      return ": the next claim takes it.\n";
    }
    String tasks = ahead == 1 ? "1 task is" : ahead + " tasks are";
    return ": " + tasks + " claimed before it, so it is " + ordinal(ahead + 1) + " in line.\n";
  }

  private static String blocked(Explanation explanation) {
    if (!explanation.lostPrerequisites().isEmpty()) {
      return ", and the next claim cancels it: it waits for "
          + each(explanation.lostPrerequisites())
          + ".\n";
    }
    String text = ": it waits for " + each(explanation.openPrerequisites()) + ".\n";
    List<Task> roots = explanation.rootCauses();
    if (roots.isEmpty() || roots.equals(explanation.openPrerequisites())) {
      return text;
    }
    String name = roots.size() == 1 ? "The root cause is " : "The root causes are ";
    return text + name + each(roots) + ".\n";
  }

  private static String cause(Explanation explanation) {
    Progress progress = explanation.task().progress();
    StringBuilder text = new StringBuilder();
    if (explanation.causedBy() != null) {
      text.append(": it waited for ").append(described(explanation.causedBy()));
    } else if (progress.cause() != null) {
      text.append(": it waited for ").append(progress.cause()).append(", which has been pruned");
    }
    text.append(".\n");
    if (!explanation.lostPrerequisites().isEmpty()) {
      text.append("Before it can be retried: ").append(each(explanation.lostPrerequisites()));
      text.append(".\n");
    }
    return text.toString();
  }

  /** The tasks with what keeps each of them; of many, the first and how many more. */
  private static String each(List<Task> tasks) {
    String first =
        tasks.stream()
            .limit(NAMED_MAX)
            .map(ExplanationText::described)
            .collect(Collectors.joining(", "));
    int more = tasks.size() - NAMED_MAX;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String described(Task task) {
    String detail =
        switch (task.status()) {
          case RUNNING -> under(task.progress());
          case PENDING -> " until " + task.progress().dueAt();
          case BLOCKED, READY, COMPLETED, FAILED, CANCELLED -> "";
        };
    return task.number() + " (" + task.status().label() + detail + ")";
  }

  private static String under(Progress progress) {
    return " under " + name(progress.worker()) + " until " + progress.leaseUntil();
  }

  private static String by(Progress progress) {
    return progress.worker() == null ? "" : ", by " + name(progress.worker());
  }

  private static String since(Progress progress) {
    return progress.finishedAt() == null ? "" : " since " + progress.finishedAt();
  }

  private static String failures(Progress progress) {
    int failures = progress.failures();
    return failures == 0 ? "" : " after " + Counted.of(failures, "failure");
  }

  private static String name(@Nullable String worker) {
    return worker == null ? "nobody" : SafeText.of(worker).toString();
  }

  private static String ordinal(long place) {
    boolean teen = place % 100 >= 11 && place % 100 <= 13;
    String ending =
        switch (teen ? 0 : (int) (place % 10)) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return place + ending;
  }
}
