package dev.arborist.determinism.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What no case may do, in one place; whatever else is typed is left as it is.
 *
 * <ul>
 *   <li>{@code work} runs the program that it is given, which must not be one of chance.
 *   <li>{@code --watch} and {@code --follow} go on until they are interrupted.
 *   <li>A file stands in the case's own directory: no path begins at the root or goes upwards.
 *   <li>What has nothing to do with a queue ({@code perf} and {@code completion} among it) reads
 *       and writes any file that it is given, but in this process the queue is open all the time:
 *       reading it past SQLite would drop SQLite's locks.
 * </ul>
 *
 * <p>The terminal UI needs no exception: where there is no terminal it says so.
 */
final class Confinement {

  private static final String RUNS_PROGRAMS = "work";
  private static final List<String> NEVER_END = List.of("--watch", "--follow");
  private static final List<String> PAST_THE_QUEUE = List.of("perf", "completion", "man", "schema");
  private static final String QUEUE = "queue.db";

  private static final Pattern UPWARDS = Pattern.compile("\\.{2,}");

  /** A slash that does not follow one of the directories that a case has. */
  private static final Pattern ELSEWHERE = Pattern.compile("(?<!files|made|\\.arborist)/");

  private Confinement() {}

  static List<String> of(List<String> arguments) {
    boolean pastTheQueue = arguments.stream().anyMatch(PAST_THE_QUEUE::contains);
    List<String> confined = new ArrayList<>();
    for (String argument : arguments) {
      String inside = ELSEWHERE.matcher(UPWARDS.matcher(argument).replaceAll(".")).replaceAll("");
      String other = pastTheQueue ? inside.replace(QUEUE, "other.json") : inside;
      if (NEVER_END.stream().noneMatch(other::startsWith) && !other.equals(RUNS_PROGRAMS)) {
        confined.add(other);
      }
    }
    return List.copyOf(confined);
  }
}
