package dev.arborist.adapters.jmh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Tells how far a run is and how long the rest will take, judged by what is done.
 *
 * <p>One run of several sources shares one progress. Not safe for use by several threads.
 */
public final class Progress {

  private final Consumer<String> listener;
  private final InstantSource clock;
  private final Instant started;
  private int planned;
  private int done;

  /** A progress that starts now and tells this listener. */
  public Progress(Consumer<String> listener, InstantSource clock) {
    this.listener = listener;
    this.clock = clock;
    started = clock.instant();
  }

  /** Announces launches that are still to come. */
  void plan(int launches) {
    planned += launches;
  }

  /** Tells that a launch is done, and what it found. */
  void done(String what) {
    done++;
    long spentMillis = Duration.between(started, clock.instant()).toMillis();
    long leftSeconds = spentMillis * (planned - done) / done / 1_000;
    String left = leftSeconds < 60 ? leftSeconds + " s" : (leftSeconds + 30) / 60 + " min";
    listener.accept("[" + done + "/" + planned + "] " + what + "; about " + left + " left");
  }
}
