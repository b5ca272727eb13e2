package dev.arborist.turns;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Lets each iteration wait until this JVM has the turn, and tells the arbiter what it measured.
 *
 * <p>JMH is given it as {@code -prof dev.arborist.turns.TurnProfiler:PORT;TOKEN}; the arbiter
 * listens on that port of this machine. It runs with JMH 1.19 and later. Whatever goes wrong ends
 * the JVM with one line on standard error. For the one thread that JMH calls profilers in.
 */
public final class TurnProfiler implements InternalProfiler {

  private final String options;
  private final ThreadAllocation allocation = new ThreadAllocation();
  private final RunDelay delay = new RunDelay();
  private ArbiterLink link;

  /**
   * A profiler, which connects when the first iteration is about to begin: JMH also makes one where
   * nothing is measured.
   *
   * @param options the port, a semicolon and the token that the arbiter tells the JVMs apart by
   */
  public TurnProfiler(String options) {
    this.options = options;
  }

  @Override
  public String getDescription() {
    return "Iterations that take turns with those of another JVM";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    try {
      ArbiterLink arbiter = link(benchmark);
      arbiter.ready(iteration.getType() == IterationType.WARMUP);
      arbiter.await(TurnSignals.TURN);
      delay.begin();
      allocation.begin();
    } catch (IOException e) {
      ArbiterLink.end("the turn could not be taken: " + e);
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long bytes = allocation.bytes();
    long delayNanos = delay.nanos();
    if (result.getRawPrimaryResults().isEmpty()) {
      return Collections.emptyList(); // it failed, and JMH is about to say why
    }
    try {
      ArbiterLink arbiter = link(benchmark);
      arbiter.report(result, bytes, delayNanos);
      arbiter.await(TurnSignals.RELEASE);
    } catch (IOException e) {
      ArbiterLink.end("the turn could not be handed over: " + e);
    }
    return Collections.emptyList();
  }

  private ArbiterLink link(BenchmarkParams benchmark) throws IOException {
    ArbiterLink connected = link;
    if (connected == null) {
      int separator = options.indexOf(';');
      connected = ArbiterLink.connect(Integer.parseInt(options.substring(0, separator)));
      connected.introduce(options.substring(separator + 1), benchmark);
      link = connected;
    }
    return connected;
  }
}
