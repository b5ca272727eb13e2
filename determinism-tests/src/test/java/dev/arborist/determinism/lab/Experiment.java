package dev.arborist.determinism.lab;

import java.nio.file.Path;

/**
 * Something that is done to the product to find a fault.
 *
 * <p>An implementation has a constructor without parameters, so that it can also be done in a JVM
 * of its own with a fault planted in the product.
 */
public interface Experiment {

  /**
   * Does it.
   *
   * @param directory an empty directory of its own
   * @return what was done
   * @throws Violation when a fault was found
   */
  Done run(Path directory) throws Exception;
}
