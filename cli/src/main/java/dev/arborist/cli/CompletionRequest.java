package dev.arborist.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a completion script asks.
 *
 * @param quoting how what is typed stands on the line, and answers must
 * @param query what is wanted, such as {@code tasks:ready,running}
 * @param typed the beginning of the word that is completed
 * @param words the words of the line
 */
record CompletionRequest(Quoting quoting, String query, String typed, List<String> words) {

  private static final int FIXED_ARGUMENTS = 3;

  /** Reads {@code STYLE QUERY TYPED WORD...}; nothing when it is something else. */
  static Optional<CompletionRequest> parse(List<String> arguments) {
    if (arguments.size() < FIXED_ARGUMENTS) {
      return Optional.empty();
    }
    Quoting quoting = Quoting.of(arguments.get(0));
    Optional<String> typed = quoting.read(arguments.get(2));
    List<String> words = arguments.subList(FIXED_ARGUMENTS, arguments.size());
    return typed.map(
        beginning -> new CompletionRequest(quoting, arguments.get(1), beginning, words));
  }

  /**
   * The file that the line gives for an option, if it gives one.
   *
   * @param home what a tilde stands for, if that is known
   * @throws IllegalArgumentException when only the shell can tell which file it is
   */
  @Nullable String file(String option, @Nullable String home) {
    String file = null;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith(option + "=")) {
        file = read(word.substring(option.length() + 1));
      } else if (words.get(i - 1).equals(option)) {
        file = word.startsWith("~/") && home != null ? home + read(word.substring(1)) : read(word);
      }
    }
    return file;
  }

  /**
   * Whether a value stands on the line already, in another place than the one that is completed and
   * not behind an option.
   */
  boolean isGiven(String value) {
    int given = value.equals(typed) ? -1 : 0;
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).equals(value) && !words.get(i - 1).startsWith("-")) {
        given++;
      }
    }
    return given > 0;
  }

  /** A value as it must stand on the line. */
  String answer(String value) {
    return quoting.write(value);
  }

  private String read(String word) {
    return quoting
        .ofOthers()
        .read(word)
        .orElseThrow(() -> new IllegalArgumentException("only a shell knows " + word));
  }
}
