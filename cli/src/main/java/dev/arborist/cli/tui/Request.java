package dev.arborist.cli.tui;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.QueueException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work for the background and what came of it: written by one thread, then read by the other. */
final class Request<T> implements Runnable, Ticket {

  /** How often progress is worth a frame. */
  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Ends work that nobody waits for. */
  private static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Superseded() {
      super("nobody waits for this any more", null, false, false);
    }
  }

  private final Loader.Kind kind;
  private final Function<Ticket, T> work;
  private final Consumer<T> whenDone;
  private final Consumer<RuntimeException> whenFailed;
  private final Consumer<@Nullable Request<?>> listener;
  private volatile boolean superseded;
  private long lastShown = System.nanoTime();
  private @Nullable T outcome;
  private @Nullable Throwable failure;

  /**
   * A request.
   *
   * @param listener is given this when it is finished, and null for progress, by the thread that
   *     works
   */
  Request(
      Loader.Kind kind,
      Function<Ticket, T> work,
      Consumer<T> whenDone,
      Consumer<RuntimeException> whenFailed,
      Consumer<@Nullable Request<?>> listener) {
    this.kind = kind;
    this.work = work;
    this.whenDone = whenDone;
    this.whenFailed = whenFailed;
    this.listener = listener;
  }

  Loader.Kind kind() {
    return kind;
  }

  /** Says that nobody waits for this any more. */
  void supersede() {
    superseded = true;
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
      return; // whoever superseded it does not want to know
    } catch (Throwable e) {
      failure = e;
    }
    listener.accept(this);
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
      listener.accept(null);
    }
  }

  /** Passes on what came of it; a mistake of ours is thrown. */
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
