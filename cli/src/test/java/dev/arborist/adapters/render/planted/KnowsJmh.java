package dev.arborist.adapters.render.planted;

import org.openjdk.jmh.annotations.Mode;

/** Planted: only its adapter knows JMH. */
public final class KnowsJmh {

  private KnowsJmh() {}

  static Mode look() {
    return Mode.AverageTime;
  }
}
