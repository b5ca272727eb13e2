package dev.arborist.perf;

import com.sun.management.OperatingSystemMXBean;
import dev.arborist.Arborist;
import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;
import dev.arborist.cli.tui.MainLoop;
import dev.arborist.cli.tui.TuiSession;
import dev.arborist.cli.tui.draw.TuiSettings;
import dev.arborist.cli.tui.input.Input;
import dev.arborist.cli.tui.input.Input.Typed;
import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.NewTask;
import dev.arborist.domain.task.TaskNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The terminal UI as it ships, loop and all, on a terminal of 200 columns and 50 rows that counts.
 *
 * <ul>
 *   <li>{@code first}: from the moment that the data is there to the first frame with it, in a JVM
 *       that has done nothing before; prints {@code mean};
 *   <li>{@code key}: from a key to its flushed frame; prints {@code p50} and {@code p99};
 *   <li>{@code idle}: processor time in a second with nothing to do; prints {@code mean}, and the
 *       bytes written meanwhile as {@code counter:bytes};
 *   <li>{@code change}: the most bytes that a claim, a completion or a cancellation writes; prints
 *       {@code counter:bytes}.
 * </ul>
 */
public final class TuiProbe {

  private static final int WARM_UP = 3_000;
  private static final int KEYS = 5_000;
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final int IDLE_SECONDS = 15;

  /** Until then code is compiled, and the header gets its rates. */
  private static final int SETTLING_SECONDS = 20;

  private static final int REST_MILLIS = 1_500;
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int TASK_IN_VIEW = 20;

  private static final List<Input> PRESSED =
      List.of(
          new Typed('j'),
          Input.Key.DOWN,
          new Typed('k'),
          Input.Key.PAGE_DOWN,
          Input.Key.PAGE_UP,
          new Typed('h'),
          new Typed('l'),
          Input.Key.CTRL_D,
          new Typed('G'),
          new Typed('g'));

  private TuiProbe() {}

  /**
   * Measures one of them.
   *
   * @param arguments what, and the queue's file
   */
  public static void main(String[] arguments) throws InterruptedException {
    switch (arguments[0]) {
      case "first" -> on(Path.of(arguments[1]), TuiProbe::first);
      case "key" -> on(Path.of(arguments[1]), TuiProbe::keys);
      case "idle" -> on(Path.of(arguments[1]), TuiProbe::idle);
      case "change" -> change();
      default -> throw new IllegalArgumentException("unknown measurement " + arguments[0]);
    }
  }

  private static void on(Path file, Measurement measurement) throws InterruptedException {
    try (Arborist arborist = Arborist.open(file)) {
      run(arborist, measurement);
    }
  }

  /** Something that is measured while the UI runs. */
  private interface Measurement {
    void measure(ScriptedTerminal terminal);
  }

  /** Runs the UI until it is measured. */
  private static void run(Arborist arborist, Measurement measurement) throws InterruptedException {
    ScriptedTerminal terminal = new ScriptedTerminal();
    TuiSettings settings = new TuiSettings(ColourDepth.TRUECOLOR, false, AmbiguousWidth.NARROW);
    InstantSource clock = InstantSource.system();
    try (TuiSession session =
        new TuiSession(arborist, "probe", settings, clock, System::nanoTime)) {
      Thread loop = new Thread(() -> loop(terminal, session), "loop");
      loop.setDaemon(true); // when the measurement fails, this program ends
      loop.start();
      terminal.awaitRest(REST_MILLIS);
      measurement.measure(terminal);
      terminal.pressLast(new Typed('q'));
      loop.join();
    }
  }

  private static void loop(ScriptedTerminal terminal, TuiSession session) {
    try {
      new MainLoop(terminal, session, AmbiguousWidth.NARROW, System::nanoTime).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void first(ScriptedTerminal terminal) {
    System.out.println("mean " + terminal.nanosFromDataToFrame() + " ns");
  }

  private static void keys(ScriptedTerminal terminal) {
    SplittableRandom random = new SplittableRandom(1);
    long[] nanos = new long[KEYS];
    for (int key = -WARM_UP; key < KEYS; key++) {
      long took = terminal.press(PRESSED.get(random.nextInt(PRESSED.size())));
      if (key >= 0) {
        nanos[key] = took;
      }
    }
    Arrays.sort(nanos);
    for (int percent : new int[] {50, 99}) {
      System.out.println(
          String.format(Locale.ROOT, "p%d %d ns", percent, nanos[KEYS * percent / 100]));
    }
  }

  private static void idle(ScriptedTerminal terminal) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    terminal.rest(TimeUnit.SECONDS.toMillis(SETTLING_SECONDS));
    long bytes = terminal.bytes();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    terminal.rest(TimeUnit.SECONDS.toMillis(IDLE_SECONDS));
    double share = // of a processor
        (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
    System.out.println(String.format(Locale.ROOT, "mean %.3f ms", share * MILLIS_PER_SECOND));
    System.out.println("counter:bytes " + (terminal.bytes() - bytes));
  }

  private static void change() throws InterruptedException {
    try (BenchmarkQueue queue = BenchmarkQueue.empty()) {
      try (Arborist arborist = Arborist.open(queue.file())) {
        for (int i = 0; i < 100; i++) {
          arborist.queue().enqueue(NewTask.of("A task of the release, number " + i).build());
        }
        run(arborist, terminal -> changes(arborist, terminal));
      }
    }
  }

  private static void changes(Arborist arborist, ScriptedTerminal terminal) {
    List<Claim> claims = new ArrayList<>();
    List<Runnable> changes =
        List.of(
            () -> claims.addAll(arborist.queue().claim("worker", 1, LEASE)),
            () -> complete(arborist, claims.get(0)),
            () -> arborist.queue().cancel(new TaskNumber(TASK_IN_VIEW), null));
    long most = 0;
    for (Runnable change : changes) {
      long before = terminal.bytes();
      change.run();
      terminal.awaitRest(REST_MILLIS);
      long written = terminal.bytes() - before;
      if (written == 0) {
        throw new IllegalStateException("a change was not shown");
      }
      most = Math.max(most, written);
    }
    System.out.println("counter:bytes " + most);
  }

  private static void complete(Arborist arborist, Claim claim) {
    arborist.queue().complete(claim.details().task().number(), claim.token(), null);
  }
}
