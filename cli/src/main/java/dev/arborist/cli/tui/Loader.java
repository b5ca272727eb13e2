package dev.arborist.cli.tui;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.QueueException;
import java.util.EnumMap;
import java.util.Map;
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

  /** Tells work that runs whether somebody still waits for it. */
  interface Ticket {

    /** Ends work that nobody waits for any more. */
    void check();

    /** Lets the thread that draws look now and then how far the work has come. */
    void progressed();
  }

  /** Ends work that nobody waits for. */
  private static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Superseded() {
      super("nobody waits for this any more", null, false, false);
    }
  }

  /** How often progress is worth a frame. */
  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

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
    Request<T> request = new Request<>(kind, work, whenDone, whenFailed);
    Request<?> before = latest.put(kind, request);
    if (before != null) {
      before.superseded = true;
    }
    (kind == Kind.TREE ? trees : others).execute(request);
  }

  /** Gives up what is under way of this kind. */
  void cancel(Kind kind) {
    Request<?> request = latest.remove(kind);
    if (request != null) {
      request.superseded = true;
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
      if (latest.get(request.kind) == request) {
        latest.remove(request.kind);
        request.deliver();
        any |= request.kind != Kind.POLL;
      }
    }
    return any;
  }

  /** Lets what is under way end in vain; nothing is passed on any more. */
  @Override
  public void close() {
    closed = true;
    latest.values().forEach(request -> request.superseded = true);
    latest.clear();
    for (Executor executor : new Executor[] {trees, others}) {
      if (executor instanceof ExecutorService service) {
        service.shutdown();
      }
    }
  }

  /** Work, and what came of it: written by one thread, then read by the other. */
  private final class Request<T> implements Runnable, Ticket {

    private final Kind kind;
    private final Function<Ticket, T> work;
    private final Consumer<T> whenDone;
    private final Consumer<RuntimeException> whenFailed;
    private volatile boolean superseded;
    private long lastShown = System.nanoTime();
    private @Nullable T outcome;
    private @Nullable Throwable failure;

    Request(
        Kind kind,
        Function<Ticket, T> work,
        Consumer<T> whenDone,
        Consumer<RuntimeException> whenFailed) {
      this.kind = kind;
      this.work = work;
      this.whenDone = whenDone;
      this.whenFailed = whenFailed;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // handed to the thread that draws, which throws it
    public void run() {
      if (superseded) {
        return;
      }
      try {
        outcome = work.apply(this);
      } catch (Superseded e) {
        return; // what superseded it has told
      } catch (Throwable e) {
        failure = e;
      }
      finished.add(this);
      wakeUp();
    }

    @Override
    public void check() {
      if (superseded) {
        throw new Superseded();
      }
    }

    @Override
    public void progressed() {
      long now = System.nanoTime();
      if (now - lastShown > PROGRESS_NANOS) {
        lastShown = now;
        wakeUp();
      }
    }

    private void wakeUp() {
      if (!closed) {
        ready.run();
      }
    }

    void deliver() {
      if (failure instanceof StorageException || failure instanceof QueueException) {
        whenFailed.accept((RuntimeException) failure);
      } else if (failure instanceof RuntimeException mistake) {
        throw mistake;
      } else if (failure instanceof Error error) {
        throw error;
      } else if (outcome != null) {
        whenDone.accept(outcome);
      }
    }
  }
}
