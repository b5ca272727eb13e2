package dev.arborist.adapters.files.planted;

import dev.arborist.adapters.render.text.SafeText;

/** Planted: adapters do not know each other. */
public final class KnowsAnotherAdapter {

  private KnowsAnotherAdapter() {}

  static SafeText look() {
    return SafeText.of("x");
  }
}
