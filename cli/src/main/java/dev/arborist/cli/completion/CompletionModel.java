package dev.arborist.cli.completion;

import java.util.List;

/**
 * What can be typed behind a program's name: the commands, each with the commands, options and
 * places below it. Every script is written from this alone.
 *
 * @param commands the program itself first, then every command, each behind the one it is below
 */
public record CompletionModel(List<Command> commands) {

  /** Keeps its own copy. */
  public CompletionModel {
    commands = List.copyOf(commands);
  }

  /** The name of the program. */
  public String program() {
    return commands.get(0).path();
  }

  /**
   * A command.
   *
   * @param path what is typed for it, such as {@code arborist spec put}
   * @param below the commands below it
   * @param options its options
   * @param places what is typed behind it, in this order
   * @param runsProgram whether options behind the first place are those of another program
   */
  public record Command(
      String path,
      List<Subcommand> below,
      List<Option> options,
      List<Place> places,
      boolean runsProgram) {

    /** Keeps its own copies. */
    public Command {
      below = List.copyOf(below);
      options = List.copyOf(options);
      places = List.copyOf(places);
    }
  }

  /**
   * A command below another.
   *
   * @param name its last word
   * @param description one line
   */
  public record Subcommand(String name, String description) {}

  /**
   * An option.
   *
   * @param names such as {@code -h} and {@code --help}
   * @param description one line
   * @param label what its value is called; empty when it takes none
   * @param values what its value can be
   * @param repeated whether it can be given more than once
   */
  public record Option(
      List<String> names, String description, String label, Values values, boolean repeated) {

    /** Keeps its own copy. */
    public Option {
      names = List.copyOf(names);
    }

    /** Whether a value follows. */
    public boolean takesValue() {
      return !label.isEmpty();
    }
  }

  /**
   * A place behind a command.
   *
   * @param label what stands there
   * @param values what can stand there
   * @param repeated whether any number of them can stand there
   */
  public record Place(String label, Values values, boolean repeated) {}

  /** What files can be named. */
  public enum Files {
    /** None: it is no file. */
    NONE,
    /** Any. */
    ANY,
    /** Directories only. */
    DIRECTORIES
  }

  /**
   * What can stand in one place.
   *
   * @param words these, always
   * @param files and these files
   * @param query and what the program answers to this question; empty for nothing
   * @param listed whether several can be given, separated by commas
   */
  public record Values(List<String> words, Files files, String query, boolean listed) {

    /** Anything: nothing can be offered. */
    public static final Values FREE = new Values(List.of(), Files.NONE, "", false);

    /** Keeps its own copy. */
    public Values {
      words = List.copyOf(words);
    }

    /** Whether nothing can be offered. */
    public boolean isFree() {
      return words.isEmpty() && files == Files.NONE && query.isEmpty();
    }
  }
}
