package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.cli.work.Invocation;
import dev.arborist.cli.work.ProgramSettings;
import dev.arborist.cli.work.WorkLoop;
import dev.arborist.cli.work.WorkSettings;
import dev.arborist.domain.task.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on tasks with a program. */
@Command(
    name = "work",
    description = "Claim tasks one after another and run a program for each.",
    footer = {
      "",
      "In arguments {} becomes the task's number; no shell is involved. The task comes",
      "on standard input as JSON: {task, token, leaseUntil}. With ARBORIST_TASK,",
      "ARBORIST_TOKEN and ARBORIST_DB the program can call arborist itself.",
      "",
      "Exit code 0 completes the task. Any other fails it, with the last lines of",
      "standard error as the error; while retries are left it runs again. The worker",
      "itself ends with 0 also when tasks failed.",
      "When the task is cancelled, times out or its lease is lost, the program and",
      "what it started get SIGTERM, and SIGKILL after the grace.",
      "",
      "SIGTERM, SIGINT or SIGHUP stops the worker: programs get SIGTERM, at the second",
      "signal or after the grace SIGKILL; what did not finish is released. The exit",
      "code is then 143, 130 or 129; 2 when the program cannot be started.",
      "",
      "Examples:",
      "  arborist work --agent-type writer -- ./run.sh {}",
      "  arborist work --until-empty --jobs 2 --result -- ./run.sh {}",
      "  arborist work --max-tasks 5 --drain --grace 1m -- ./run.sh --task={}"
    })
final class WorkCommand implements Callable<Integer> {

  private static final Duration GRACE_DEFAULT = Duration.ofSeconds(10);
  private static final Duration POLL_DEFAULT = Duration.ofSeconds(1);
  private static final Duration STORAGE_PATIENCE = Duration.ofSeconds(30);

  private final Terminal terminal;
  @Mixin private ChangeOption queue;
  @Mixin private ClaimOptions claims = new ClaimOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The program and its arguments.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--worker",
      paramLabel = "NAME",
      description = "In whose name; by default the host's name and the process id.")
  private @Nullable String worker;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many programs run at a time; 1 by default.")
  private int jobs = 1;

  @Option(names = "--once", description = "End after one task, or at once when none is ready.")
  private boolean once;

  @Option(
      names = "--until-empty",
      description = "End when nothing is ready and what failed here has been retried.")
  private boolean untilEmpty;

  @Option(names = "--max-tasks", paramLabel = "N", description = "End after so many tasks.")
  private @Nullable Integer tasksMax;

  @Option(
      names = "--poll",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long to wait when nothing is ready; 1s by default.")
  private Duration poll = POLL_DEFAULT;

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "How long a program may take to end after SIGTERM; 10s by default.")
  private Duration grace = GRACE_DEFAULT;

  @Option(
      names = "--drain",
      description = "Let programs finish after the first signal; the second stops them.")
  private boolean drain;

  @Option(
      names = "--result",
      description = "Take standard output, which must be JSON, as the task's result.")
  private boolean result;

  @Option(
      names = "--permanent-exit",
      paramLabel = "CODE",
      split = ",",
      description = "After these exit codes a task is not retried.")
  private List<Integer> permanentExits = new ArrayList<>();

  @Option(names = "--quiet", description = "Say only what is wrong.")
  private boolean quiet;

  WorkCommand(Terminal terminal) {
    this.terminal = terminal;
    queue = new ChangeOption(terminal);
  }

  /** What stands behind the program belongs to it, whether it looks like an option or not. */
  @Spec
  void setSpec(CommandSpec spec) {
    spec.parser().stopAtPositional(true);
  }

  @Override
  public Integer call() throws InterruptedException {
    WorkSettings settings = settings();
    Invocation invocation = new Invocation(words, terminal.directory(), queue.find().secretText());
    invocation.requireProgram(System.getenv("PATH")); // the one by which processes are started
    ProgramSettings program = new ProgramSettings(invocation, grace, result, permanentExits);
    try (Arborist arborist = queue.open()) {
      return new WorkLoop(
              arborist.queue(),
              arborist.browser(),
              arborist.clock(),
              settings,
              program,
              terminal.out(),
              terminal.err(),
              quiet)
          .run();
    }
  }

  private WorkSettings settings() {
    if (once && (untilEmpty || tasksMax != null)) {
      throw new InvalidInputException(
          "--once ends after one task: leave --until-empty and --max-tasks out");
    }
    int most = tasksMax == null ? WorkSettings.ENDLESS : tasksMax;
    return new WorkSettings(
        worker == null ? WorkerName.ofThisProcess() : worker,
        claims.filter(),
        claims.lease(),
        jobs,
        poll,
        once ? 1 : most,
        once || untilEmpty,
        drain,
        STORAGE_PATIENCE);
  }
}
