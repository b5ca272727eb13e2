package dev.arborist.domain.planted.b;

import dev.arborist.domain.planted.a.NeedsB;

/** Planted: packages form no cycles. */
public final class NeedsA {

  private NeedsA() {}

  /** The other end of the cycle. */
  public static Class<?> other() {
    return NeedsB.class;
  }
}
