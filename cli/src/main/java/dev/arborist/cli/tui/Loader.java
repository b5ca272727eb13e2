package dev.arborist.cli.tui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does in the background what takes longer than a frame, and hands the outcome to the thread that
 * draws.
 *
 * <p>There are several lanes with a thread each, so that a look at one task waits neither for a
 * tree of a million nor for a search through its texts. Of each kind of request only the latest
 * matters: it supersedes the one before, which is given up as soon as it asks its ticket, and whose
 * outcome is dropped. All methods are called by one thread, the one that draws; what is requested
 * runs on another, and what comes of it is passed on by {@link #deliver()}.
 */
final class Loader implements AutoCloseable {

  /** What is done one after the other. */
  enum Lane {
    /** Reads the whole queue. */
    TREES,
    /** Goes through all texts. */
    SCANS,
    /** Reads little. */
    LOOKS,
    /** Writes. */
    CHANGES
  }

  /** The kinds of requests. */
  enum Kind {
    TREE(Lane.TREES),
    FILTER(Lane.SCANS),
    SEARCH(Lane.SCANS),
    POLL(Lane.LOOKS),
    DETAIL(Lane.LOOKS),
    CONSEQUENCES(Lane.LOOKS),
    ACTION(Lane.CHANGES);

    private final Lane lane;

    Kind(Lane lane) {
      this.lane = lane;
    }
  }

  private final Map<Kind, Request<?>> latest = new EnumMap<>(Kind.class);
  private final Queue<Request<?>> finished = new ConcurrentLinkedQueue<>();
  private final Map<Lane, Executor> lanes = new EnumMap<>(Lane.class);
  private volatile Runnable ready = () -> {};

  /** Works on threads of its own, which end with {@link #close()}. */
  Loader() {
    this(lane -> thread("arborist-tui-" + lane.name().toLowerCase(Locale.ROOT)));
  }

  /** Works where it is told to. */
  Loader(Function<Lane, Executor> executors) {
    for (Lane lane : Lane.values()) {
      lanes.put(lane, executors.apply(lane));
    }
  }

  /** Works where it is told to, whatever the lane. */
  static Loader on(Executor executor) {
    return new Loader(lane -> executor);
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Called from any thread whenever there is something to {@link #deliver()}. */
  void onReady(Runnable wakeUp) {
    ready = wakeUp;
    if (!finished.isEmpty()) {
      wakeUp.run();
    }
  }

  /** Called by the background for what is finished, and for null now and then meanwhile. */
  private void finished(@Nullable Request<?> request) {
    if (request != null) {
      finished.add(request);
    }
    ready.run();
  }

  /** Whether a request of this kind is under way. */
  boolean isBusy(Kind kind) {
    return latest.containsKey(kind);
  }

  /**
   * Starts work; what came before of its kind is superseded.
   *
   * @param whenDone gets what came of it
   * @param whenFailed gets why nothing did
   */
  <T> void request(
      Kind kind,
      Function<Ticket, T> work,
      Consumer<T> whenDone,
      Consumer<RuntimeException> whenFailed) {
    Request<T> request = new Request<>(kind, work, whenDone, whenFailed, this::finished);
    Request<?> before = latest.put(kind, request);
    if (before != null) {
      before.supersede();
    }
    Objects.requireNonNull(lanes.get(kind.lane)).execute(request);
  }

  /** Gives up what is under way of this kind. */
  void cancel(Kind kind) {
    Request<?> request = latest.remove(kind);
    if (request != null) {
      request.supersede();
    }
  }

  /**
   * Passes on what has been finished.
   *
   * @return whether that may change what is shown
   */
  boolean deliver() {
    boolean any = false;
    for (Request<?> request = finished.poll(); request != null; request = finished.poll()) {
      if (latest.get(request.kind()) == request) {
        latest.remove(request.kind());
        request.deliver();
        any |= request.kind() != Kind.POLL;
      }
    }
    return any;
  }

  /**
   * Gives up what is under way; nothing is passed on any more. A change is given up between two
   * tasks, and the one at hand is waited for: whoever closes the queue next must not cut it off.
   */
  @Override
  public void close() {
    latest.values().forEach(Request::supersede);
    latest.clear();
    for (Executor executor : lanes.values()) {
      if (executor instanceof ExecutorService service) {
        service.shutdown();
      }
    }
    if (lanes.get(Lane.CHANGES) instanceof ExecutorService changes) {
      awaitEnd(changes);
    }
  }

  /** Without a limit: the terminal has been given back, so Ctrl-C ends it. */
  private static void awaitEnd(ExecutorService changes) {
    try {
      changes.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
