package dev.arborist.cli;

import dev.arborist.adapters.render.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Refuses a word that an option does not take, before anything is done. */
final class Choices {

  private Choices() {}

  /**
   * Checks every value that was typed where only some words can stand, in either case.
   *
   * @throws ParameterException naming the words, and the one that was probably meant
   */
  static void check(ParseResult line) {
    for (CommandLine command : line.asCommandLineList()) {
      for (ArgSpec argument : command.getParseResult().matchedArgs()) {
        if (isClosed(argument)) {
          check(argument, command, line.originalArgs());
        }
      }
    }
  }

  private static void check(ArgSpec argument, CommandLine command, List<String> line) {
    List<String> words = words(argument);
    for (String typed : argument.stringValues()) {
      if (!words.contains(typed.toLowerCase(Locale.ROOT))) {
        String name = Misuse.name(argument, line);
        throw new ParameterException(command, refusal(argument, typed, name));
      }
    }
  }

  /** The words that are offered for an option or a parameter, in lower case; none for most. */
  static List<String> words(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    Iterable<String> candidates = argument.completionCandidates();
    if (candidates != null) {
      candidates.forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
    }
    return words;
  }

  private static boolean isClosed(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates != null && !(candidates instanceof Words words && !words.isClosed());
  }

  /**
   * What is wrong with a value that is not among the words.
   *
   * @param name how the person named the option or the parameter
   */
  static String refusal(ArgSpec argument, String typed, String name) {
    List<String> words = words(argument);
    String last = words.get(words.size() - 1);
    String others = words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "));
    String list = others.isEmpty() ? last : others + " or " + last;
    String hint = Spelling.hint(typed, words);
    return "'"
        + SafeText.of(typed)
        + "' is no value of "
        + name
        + (hint.isEmpty() ? ": use " : hint + " it takes ")
        + list;
  }
}
