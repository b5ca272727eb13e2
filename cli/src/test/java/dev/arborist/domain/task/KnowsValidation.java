package dev.arborist.domain.task;

import dev.arborist.domain.validation.requirement.Unit;

/** Planted: tasks know nothing of validation. */
public final class KnowsValidation {

  private KnowsValidation() {}

  static Unit look() {
    return Unit.BYTES;
  }
}
