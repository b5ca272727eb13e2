package dev.arborist.domain.validation.duet;

import java.util.List;

/**
 * What one version did in one launch, a JVM of its own.
 *
 * @param warmups the epochs that do not count, in the order they were run
 * @param epochs the epochs that count, in the order they were run
 */
public record PairedLaunch(List<Epoch> warmups, List<Epoch> epochs) {

  /** Keeps its own copies. */
  public PairedLaunch {
    warmups = List.copyOf(warmups);
    epochs = List.copyOf(epochs);
  }
}
