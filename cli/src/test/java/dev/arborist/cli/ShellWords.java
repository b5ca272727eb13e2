package dev.arborist.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a line of shell, as far as quotes make them. */
final class ShellWords {

  private static final String NEEDS_A_SHELL = "|&;<>()$`*?[\n";

  private final String line;
  private final StringBuilder word = new StringBuilder();
  private final List<String> words = new ArrayList<>();
  private boolean inWord;

  private ShellWords(String line) {
    this.line = line;
  }

  /** The words, or nothing when the line needs more of a shell than quotes. */
  static Optional<List<String>> of(String line, String home) {
    return new ShellWords(line).split(home);
  }

  private Optional<List<String>> split(String home) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        int end = line.indexOf('\'', i + 1);
        word.append(line, i + 1, end);
        inWord = true;
        i = end;
      } else if (c == '"' || c == '\\' || NEEDS_A_SHELL.indexOf(c) >= 0) {
        return Optional.empty();
      } else if (c == ' ') {
        end();
      } else if (c == '~' && !inWord) {
        word.append(home);
        inWord = true;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    end();
    return Optional.of(words);
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
