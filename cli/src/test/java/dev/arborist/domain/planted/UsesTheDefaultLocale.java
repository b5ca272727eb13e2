package dev.arborist.domain.planted;

/** Planted: what is written does not depend on where. */
public final class UsesTheDefaultLocale {

  private UsesTheDefaultLocale() {}

  @SuppressWarnings("StringCaseLocaleUsage")
  static String lower(String text) {
    return text.toLowerCase();
  }
}
