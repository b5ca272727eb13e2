package dev.arborist.application.port.in.planted;

import dev.arborist.application.port.in.Examiner;
import dev.arborist.application.service.Services;

/** Planted: a port does not know who implements it. */
public final class PortKnowsAService {

  private PortKnowsAService() {}

  static Examiner look() {
    return Services.examiner(java.time.InstantSource.system());
  }
}
