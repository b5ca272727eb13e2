package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The console blocks of a document: lines that begin with a dollar sign run one after another in
 * one directory, and what follows each of them is what it prints.
 *
 * <p>A screen block is what a terminal shows in which {@code arborist tui} was started; when the
 * paragraph before it begins with "Press", the keys in it are pressed first.
 *
 * <p>Only these may differ between the document and a run: the time, wherever an instant, its
 * microseconds or an id that begins with it stands, how long something took, and the directory,
 * which documents call {@code /home/you/garden}.
 */
final class Document {

  /**
   * A line and what it prints, or keys and the screen that they lead to.
   *
   * @param place where it stands, for messages
   * @param keys what is pressed; null for a line
   */
  private record Step(String place, String line, @Nullable List<String> keys, String output) {

    Step with(String more) {
      return new Step(place, line, keys, output + more + "\n");
    }
  }

  private static final Pattern INSTANT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,18}Z|(?<![0-9])[0-9]{16}(?![0-9])"
              + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern DURATION = Pattern.compile("(?<= (?:in|after) )[0-9.]+ m?s\\b");
  private static final String HOME = "/home/you";
  private static final String DIRECTORY = HOME + "/garden";

  private final List<Step> steps;

  private Document(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * Reads a part of a document.
   *
   * @param from how the first line of the part begins
   * @param to how the first line after the part begins; empty for the end of the document
   */
  static Document of(Path file, String from, String to) throws IOException {
    List<Step> steps = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    int at = 0;
    while (!lines.get(at).startsWith(from)) {
      at++;
    }
    String fence = "";
    List<String> keys = List.of();
    for (int i = at + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      String place = file.getFileName() + ":" + (i + 1);
      if (!to.isEmpty() && line.startsWith(to)) {
        break;
      }
      if (line.startsWith("```")) {
        fence = line;
        if (fence.equals("```screen")) {
          steps.add(new Step(place, String.join(" ", keys), keys, ""));
        }
        keys = List.of();
      } else if (fence.equals("```console") && line.startsWith("$ ")) {
        steps.add(new Step(place, line.substring(2), null, ""));
      } else if (fence.equals("```console") || fence.equals("```screen")) {
        steps.add(steps.remove(steps.size() - 1).with(line));
      } else if (line.startsWith("Press ")) {
        keys = CODE.matcher(line).results().map(found -> found.group(1)).toList();
      }
    }
    assertFalse(steps.isEmpty(), file + " shows nothing");
    return new Document(steps);
  }

  /** Runs every line and compares what it prints; the exit code is what the output makes of it. */
  void run(Path directory, Path home) throws IOException, InterruptedException {
    Shell shell = new Shell(directory, home);
    try (DocumentTerminal terminal = new DocumentTerminal(directory, home)) {
      for (Step step : steps) {
        if (step.keys != null) {
          terminal.press(step.keys);
          terminal.awaitScreen(step.place, step.output);
        } else if (step.line.equals("arborist tui")) {
          terminal.start(step.line);
        } else {
          run(step, shell, directory, home);
        }
      }
    }
  }

  private static void run(Step step, Shell shell, Path directory, Path home)
      throws IOException, InterruptedException {
    Shell.Result result = shell.run(step.line);
    String printed =
        result.output().replace(directory.toString(), DIRECTORY).replace(home.toString(), HOME);
    String place = step.place + ": " + step.line;
    assertEquals(timeless(step.output), timeless(printed), place);
    boolean refused = printed.contains("arborist: ") || step.line.startsWith("timeout ");
    assertEquals(refused, result.code() != 0, place + " ended with " + result.code());
  }

  /** The text without what the clock put there. */
  static String timeless(String text) {
    return DURATION.matcher(INSTANT.matcher(text).replaceAll("TIME")).replaceAll("LONG");
  }
}
