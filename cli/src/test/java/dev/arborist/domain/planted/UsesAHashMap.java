package dev.arborist.domain.planted;

import java.util.HashMap;
import java.util.Map;

/** Planted: every order is defined. */
public final class UsesAHashMap {

  private UsesAHashMap() {}

  static Map<String, String> make() {
    return new HashMap<>();
  }
}
