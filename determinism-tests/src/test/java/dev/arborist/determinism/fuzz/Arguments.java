package dev.arborist.determinism.fuzz;

import dev.arborist.cli.CommandsInProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Makes command lines from the grammar that the product itself has, so that a new command or option
 * is among them, and then spoils most of them.
 *
 * <p>Safe for use by several threads.
 */
final class Arguments {

  private static final int PARAMETERS_MAX = 3;
  private static final int SPOILT_MAX = 3;

  /** What is called by scripts of shells is in no overview. */
  private static final String HIDDEN = "__complete";

  private static final List<String> INPUTS =
      List.of("", "from standard input\n", "{\"a\": [1, 2]}", "\u0000", "{\"prompt\": \"p\"}\n");

  private final List<CommandSpec> commands = new ArrayList<>();

  Arguments() {
    gather(CommandsInProcess.model().getCommandSpec());
  }

  private void gather(CommandSpec command) {
    commands.add(command);
    for (CommandLine below : command.subcommands().values()) {
      gather(below.getCommandSpec());
    }
  }

  /** One command line. */
  FuzzCase next(SplittableRandom random) {
    Words words = new Words(random);
    List<String> typed = new ArrayList<>();
    CommandSpec command = words.any(commands);
    type(command, typed, words, random);
    int spoilt = random.nextBoolean() ? 0 : 1 + random.nextInt(SPOILT_MAX);
    for (int i = 0; i < spoilt; i++) {
      spoil(typed, words, random);
    }
    String in = random.nextInt(8) == 0 ? words.odd() : words.any(INPUTS);
    return FuzzCase.of(typed, in);
  }

  private void type(CommandSpec command, List<String> typed, Words words, SplittableRandom random) {
    if (random.nextInt(50) == 0) {
      typed.add("--db");
      typed.add(words.any(List.of(".arborist/queue.db", "new.db", "files", "files/jmh.json")));
    }
    if (random.nextInt(200) == 0) {
      typed.add(HIDDEN);
    }
    typed.addAll(path(command));
    List<String> parameters = new ArrayList<>();
    for (PositionalParamSpec place : command.positionalParameters()) {
      int least = place.arity().min();
      int most = Math.max(least, Math.min(place.arity().max(), PARAMETERS_MAX));
      int wanted = least + random.nextInt(most - least + 1);
      for (int i = 0; i < wanted; i++) {
        parameters.add(words.valueOf(place));
      }
    }
    boolean behind = random.nextBoolean();
    if (!behind) {
      typed.addAll(parameters);
    }
    for (OptionSpec option : command.options()) {
      boolean wanted = random.nextInt(command.options().size() + 2) < 2;
      if (option.required() ? random.nextInt(10) > 0 : wanted && !option.usageHelp()) {
        type(option, typed, words, random);
      }
    }
    if (behind) {
      typed.addAll(parameters);
    }
  }

  private static List<String> path(CommandSpec command) {
    List<String> path = new ArrayList<>();
    for (CommandSpec up = command; up.parent() != null; up = up.parent()) {
      path.add(0, up.name());
    }
    return path;
  }

  private static void type(
      OptionSpec option, List<String> typed, Words words, SplittableRandom random) {
    String name = words.any(List.of(option.names()));
    if (option.arity().max() == 0) {
      typed.add(name);
    } else if (random.nextInt(3) == 0) {
      typed.add(name + "=" + words.valueOf(option));
    } else {
      typed.add(name);
      typed.add(words.valueOf(option));
    }
  }

  /** Does one thing to it that people and programs do by mistake, and some that they do not. */
  private void spoil(List<String> typed, Words words, SplittableRandom random) {
    if (typed.isEmpty()) {
      typed.add(words.odd());
      return;
    }
    int at = random.nextInt(typed.size());
    if (at == 0 && random.nextInt(8) > 0) {
      typed.add(words.odd()); // what is no command costs ten times as much, and is soon tried
      return;
    }
    String there = typed.get(at);
    int cut = random.nextInt(there.length() + 1);
    switch (random.nextInt(14)) {
      case 0 -> typed.remove(at);
      case 1 -> typed.add(at, there);
      case 2 -> Collections.swap(typed, at, random.nextInt(at, typed.size()));
      case 3 -> typed.set(at, there.substring(0, cut));
      case 4 -> typed.set(at, there.substring(0, cut) + words.odd() + there.substring(cut));
      case 5 -> typed.set(at, words.odd());
      case 6 -> typed.add(at, "--");
      case 7 -> typed.set(at, there + "=");
      case 8 -> typed.set(at, there.toUpperCase(java.util.Locale.ROOT));
      case 9 -> typed.add(words.odd());
      case 10 -> typed.subList(at, typed.size()).clear();
      default -> {
        CommandSpec other = words.any(commands);
        if (!other.options().isEmpty()) {
          List<String> foreign = new ArrayList<>();
          type(words.any(other.options()), foreign, words, random);
          typed.addAll(at, foreign);
        }
      }
    }
  }
}
