package dev.arborist.adapters.jmh.machine;

import java.io.IOException;

/** A fixed piece of work that measures one part of the machine. */
interface Ruler extends AutoCloseable {

  /** How many repetitions it takes until the code is compiled and the hardware is ready. */
  int warmUps();

  /** How many times the unit is done in one repetition, about 10 ms. */
  int unitsPerRepetition();

  /**
   * Works through one repetition.
   *
   * @return something that depends on all of the work, so that none can be left out
   */
  double work() throws IOException;

  @Override
  void close() throws IOException;
}
