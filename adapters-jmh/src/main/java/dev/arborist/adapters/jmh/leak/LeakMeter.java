package dev.arborist.adapters.jmh.leak;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;

/**
 * Repeats an operation in equal batches and prints, after each, what is still alive.
 *
 * <p>Prints what {@link dev.arborist.adapters.jmh.FreshJvmProbes} reads: {@code live <bytes>} and
 * {@code operations <operations done in all>} after each batch; at the end, {@code grown <bytes>
 * <instances> <class>} for the classes that grew most, and {@code counter:threadsLeft} and {@code
 * counter:fileDescriptorsLeft}, by how many these became more. Whether that is a leak is for others
 * to judge.
 *
 * <p>Meant for a JVM that does nothing else; the collections stop all its threads.
 */
public final class LeakMeter {

  private static final int SUSPECTS = 10;

  /** What may leak. */
  @FunctionalInterface
  public interface Operation {

    /**
     * Does it once, as a user would.
     *
     * @throws Exception when it fails, which ends the measurement
     */
    void run() throws Exception;
  }

  private final int batches;
  private final int operationsPerBatch;
  private final int warmUpBatches;
  private final PrintStream out;

  /**
   * A meter.
   *
   * @param batches how many batches are measured
   * @param operationsPerBatch how many operations a batch has
   * @param warmUpBatches how many batches come before, in which classes are loaded and caches fill
   * @param out where the lines are printed
   */
  public LeakMeter(int batches, int operationsPerBatch, int warmUpBatches, PrintStream out) {
    if (batches < 1 || operationsPerBatch < 1 || warmUpBatches < 1) {
      throw new IllegalArgumentException(
          "a leak is measured in 1 batch or more of 1 operation or more, after 1 batch or more");
    }
    this.batches = batches;
    this.operationsPerBatch = operationsPerBatch;
    this.warmUpBatches = warmUpBatches;
    this.out = out;
  }

  /**
   * Repeats the operation and prints what it left behind.
   *
   * @throws Exception that of the operation
   */
  public void measure(Operation operation) throws Exception {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    for (int i = 1; i <= warmUpBatches; i++) {
      batch(operation, i, nowhere);
    }
    OpenResources open = OpenResources.now();
    HeapHistogram first = histogramBesideAnother();
    for (int i = 1; i <= batches; i++) {
      batch(operation, i, out);
    }
    LiveHeap.histogram().grownSince(first, SUSPECTS).forEach(out::println);
    OpenResources.now()
        .leftSince(open)
        .forEach((counter, count) -> out.println(counter + " " + count));
    out.flush();
  }

  private void batch(Operation operation, int number, PrintStream to) throws Exception {
    for (int i = 0; i < operationsPerBatch; i++) {
      operation.run();
    }
    to.println("live " + LiveHeap.settledBytes());
    to.println("operations " + (long) number * operationsPerBatch);
  }

  /** The histogram is kept from now on, so it must count one like itself. */
  private static HeapHistogram histogramBesideAnother() {
    HeapHistogram another = LiveHeap.histogram();
    try {
      return LiveHeap.histogram();
    } finally {
      Reference.reachabilityFence(another);
    }
  }
}
