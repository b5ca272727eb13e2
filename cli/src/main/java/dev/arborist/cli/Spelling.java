package dev.arborist.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a person most likely meant by one that there is not. */
final class Spelling {

  private static final int TYPED_MAX = 40;
  private static final int LETTERS_PER_ERROR = 4;
  private static final int ERRORS_MAX = 3;

  private Spelling() {}

  /**
   * The nearest of some words, if one is near: one error for each four letters that were typed, but
   * at most three, or the beginning of the word. Of two that are as near it is the first.
   *
   * <p>An error is a letter too many, too few, another one, or two that changed places (the optimal
   * string alignment distance, a restricted form of Damerau's). Case and leading dashes are no
   * letters.
   */
  static Optional<String> nearest(String typed, Collection<String> words) {
    String letters = letters(typed);
    if (letters.length() < 2 || letters.length() > TYPED_MAX) {
      return Optional.empty();
    }
    int allowed =
        Math.min((letters.length() + LETTERS_PER_ERROR - 1) / LETTERS_PER_ERROR, ERRORS_MAX);
    Optional<String> nearest = Optional.empty();
    for (String word : words) {
      int errors = letters(word).startsWith(letters) ? 0 : distance(letters, letters(word));
      if (errors <= allowed) {
        nearest = Optional.of(word);
        allowed = errors - 1; // only a nearer one counts from here on
      }
    }
    return nearest;
  }

  /** A question to put behind what is wrong, or nothing. */
  static String hint(String typed, Collection<String> words) {
    return nearest(typed, words).map(word -> ": did you mean '" + word + "'?").orElse("");
  }

  private static String letters(String word) {
    int dashes = 0;
    while (dashes < word.length() && word.charAt(dashes) == '-') {
      dashes++;
    }
    return word.substring(dashes).toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(last[j - 1] + other, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
      }
    }
    return row[b.length()];
  }
}
