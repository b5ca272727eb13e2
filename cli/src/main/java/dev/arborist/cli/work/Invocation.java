package dev.arborist.cli.work;

import dev.arborist.domain.task.Claim;
import dev.arborist.domain.task.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is run for each task: a program and its arguments, never through a shell.
 *
 * <p>Only the task's number is put into arguments. It is made of digits, so it is safe wherever it
 * lands, also in a script that an argument holds; a summary, which strangers write, is not.
 *
 * @param words the program, then its arguments
 * @param directory where it runs
 * @param queue where the queue is, for programs that call the command line themselves
 */
public record Invocation(List<String> words, Path directory, String queue) {

  /** Stands for the task's number in arguments. */
  public static final String NUMBER = "{}";

  private static final String HERE = "";

  /**
   * Keeps its own copy of the words.
   *
   * @throws InvalidInputException when the program's name is empty
   */
  public Invocation {
    words = List.copyOf(words);
    if (words.isEmpty() || words.get(0).isBlank()) {
      throw new InvalidInputException("no program is given: write one behind --");
    }
  }

  /**
   * Refuses when there is no such program, before a task is claimed for it.
   *
   * @param searchPath where programs without a slash in their name are looked for, separated by
   *     colons; null when that is not known, and then nothing is refused
   * @throws InvalidInputException naming the program
   */
  public void requireProgram(@Nullable String searchPath) {
    String program = words.get(0);
    if (program.contains("/")) {
      requireExecutable(program, HERE);
    } else if (searchPath != null && !isFound(program, searchPath)) {
      throw new InvalidInputException(
          "cannot start '" + program + "': it is not in a directory of the PATH");
    }
  }

  private boolean isFound(String program, String searchPath) {
    for (String place : searchPath.split(":", -1)) {
      if (isExecutable(place, program)) {
        return true;
      }
    }
    return false;
  }

  private void requireExecutable(String program, String place) {
    if (!isExecutable(place, program)) {
      boolean there = Files.exists(directory.resolve(program));
      throw new InvalidInputException(
          "cannot start '"
              + program
              + "': "
              + (there ? "it is not a file that may be executed" : "there is no such file"));
    }
  }

  private boolean isExecutable(String place, String program) {
    try {
      Path file = directory.resolve(place).resolve(program);
      return Files.isRegularFile(file) && Files.isExecutable(file);
    } catch (InvalidPathException e) {
      return false; // what cannot be a path cannot be found there either
    }
  }

  /** The process that works on a claim, ready to be started. */
  ProcessBuilder process(Claim claim) {
    String number = String.valueOf(claim.details().task().number().value());
    List<String> command = new ArrayList<>();
    command.add(words.get(0));
    for (String argument : words.subList(1, words.size())) {
      command.add(argument.replace(NUMBER, number));
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "ARBORIST_TASK",
                number,
                "ARBORIST_TOKEN",
                String.valueOf(claim.token()),
                "ARBORIST_DB",
                queue));
    return builder;
  }
}
