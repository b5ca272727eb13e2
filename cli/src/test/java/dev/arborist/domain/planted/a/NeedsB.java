package dev.arborist.domain.planted.a;

import dev.arborist.domain.planted.b.NeedsA;

/** Planted: packages form no cycles. */
public final class NeedsB {

  private NeedsB() {}

  /** The other end of the cycle. */
  public static Class<?> other() {
    return NeedsA.class;
  }
}
