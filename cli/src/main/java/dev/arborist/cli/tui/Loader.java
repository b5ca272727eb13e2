package dev.arborist.cli.tui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does in the background what takes longer than a frame, and hands the outcome to the thread that
 * draws.
 *
 * <p>There are two threads, so that a look at one task does not wait for a tree of a million. Of
 * each kind of request only the latest matters: it supersedes the one before, which is given up as
 * soon as it notices, and whose outcome is dropped. All methods are called by one thread, the one
 * that draws; what is requested runs on another, and what comes of it is passed on by {@link
 * #deliver()}.
 */
final class Loader implements AutoCloseable {

  /** The kinds of requests, each done in the order in which it came. */
  enum Kind {
    TREE,
    POLL,
    FILTER,
    SEARCH,
    DETAIL,
    CONSEQUENCES,
    ACTION
  }

  private final Map<Kind, Request<?>> latest = new EnumMap<>(Kind.class);
  private final Queue<Request<?>> finished = new ConcurrentLinkedQueue<>();
  private final Executor trees;
  private final Executor others;
  private volatile Runnable ready = () -> {};
  private volatile boolean closed;

  /** Works on threads of its own, which end with {@link #close()}. */
  Loader() {
    this(thread("arborist-tui-tree"), thread("arborist-tui"));
  }

  /** Works where it is told to. */
  Loader(Executor trees, Executor others) {
    this.trees = trees;
    this.others = others;
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
    if (!closed) {
      ready.run();
    }
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
    (kind == Kind.TREE ? trees : others).execute(request);
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

  /** Lets what is under way end in vain; nothing is passed on any more. */
  @Override
  public void close() {
    closed = true;
    latest.values().forEach(Request::supersede);
    latest.clear();
    for (Executor executor : new Executor[] {trees, others}) {
      if (executor instanceof ExecutorService service) {
        service.shutdown();
      }
    }
  }
}
