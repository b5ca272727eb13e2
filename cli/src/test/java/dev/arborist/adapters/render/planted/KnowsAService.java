package dev.arborist.adapters.render.planted;

import dev.arborist.application.port.in.Examiner;
import dev.arborist.application.service.Services;

/** Planted: adapters do not know services. */
public final class KnowsAService {

  private KnowsAService() {}

  static Examiner look() {
    return Services.examiner(java.time.InstantSource.system());
  }
}
