package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.determinism.lab.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an undisturbed session leaves and acknowledges.
 *
 * @param states all that is stored after so many steps, from none
 * @param acknowledged what each step was told, in order
 */
record Reference(List<String> states, List<String> acknowledged) {

  /** Takes all steps on a queue in a directory. */
  static Reference of(Path directory) {
    Path file = directory.resolve("reference.db");
    Arborist.create(file);
    List<String> states = new ArrayList<>();
    List<String> acknowledged = new ArrayList<>();
    try (Session session = new Session(file, Durability.NORMAL)) {
      states.add(session.state());
      for (int step = 1; step <= session.size(); step++) {
        acknowledged.add(session.take(step));
        states.add(session.state());
        Violation.unless(
            session.findings().isEmpty(),
            "after step " + session.name(step) + " the doctor finds " + session.findings());
      }
    }
    return new Reference(List.copyOf(states), List.copyOf(acknowledged));
  }

  /** How many steps there are. */
  int size() {
    return acknowledged.size();
  }

  /** What is stored after so many steps. */
  String state(int steps) {
    return states.get(steps);
  }

  /** What a step was told. */
  String acknowledgement(int step) {
    return acknowledged.get(step - 1);
  }

  /** The first line in which a state is not what it should be. */
  String difference(int steps, String found) {
    List<String> expected = state(steps).lines().toList();
    List<String> lines = found.lines().toList();
    for (int i = 0; i < Math.max(expected.size(), lines.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "nothing";
      String is = i < lines.size() ? lines.get(i) : "nothing";
      if (!wanted.equals(is)) {
        return "\n  after step "
            + steps
            + " there is: "
            + shown(wanted)
            + "\n  found: "
            + shown(is);
      }
    }
    return "no difference";
  }

  private static String shown(String line) {
    return line.length() > 700 ? line.substring(0, 700) + "..." : line;
  }
}
