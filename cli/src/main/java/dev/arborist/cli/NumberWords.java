package dev.arborist.cli;

import dev.arborist.adapters.render.text.SafeText;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** Says what is wrong with what stands in the place of a number. */
final class NumberWords {

  private static final List<Class<?>> WHOLE =
      List.of(int.class, Integer.class, long.class, Long.class);
  private static final List<Class<?>> ANY = List.of(double.class, Double.class);

  private NumberWords() {}

  /** Whether the option or the parameter takes numbers. */
  static boolean isFor(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    return WHOLE.contains(type) || ANY.contains(type);
  }

  /**
   * What is wrong with a text that is no such number.
   *
   * @param name how the person named the option or the parameter
   */
  static String refusal(ArgSpec argument, String typed, String name) {
    String text = "'" + SafeText.of(typed) + "'";
    if (ANY.contains(argument.auxiliaryTypes()[0])) {
      return text + " is no value of " + name + ": give a number";
    }
    if (typed.matches("[+-]?[0-9]+")) {
      return text + " is too " + (typed.startsWith("-") ? "small" : "large") + " for " + name;
    }
    return text + " is no value of " + name + ": give a whole number";
  }
}
