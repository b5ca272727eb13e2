package dev.arborist.determinism.matrix;

import dev.arborist.determinism.lab.FreshJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The circumstances of one JVM.
 *
 * @param number counts the cells of an experiment
 * @param jdk what runs it
 * @param values its circumstances, one of each axis
 */
record Cell(int number, Path jdk, List<Axis.Value> values) {

  /** The program, made ready to run. */
  FreshJvm program(Path directory, Path reversing) {
    FreshJvm program = new FreshJvm(MatrixMain.class, directory.toString());
    program.home(jdk).options(options());
    environment().forEach(program::variable);
    if (isReversed()) {
      program.before(reversing);
    }
    return program;
  }

  /** What the JVM should have noticed and has not. */
  List<String> unnoticed(String output) {
    List<String> lines = output.lines().toList();
    return values.stream()
        .map(Axis.Value::noticed)
        .filter(noticed -> !lines.contains(noticed))
        .toList();
  }

  private boolean isReversed() {
    return values.stream().anyMatch(Axis.Value::reversed);
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    values.forEach(value -> options.addAll(value.options()));
    return options;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    values.forEach(value -> environment.putAll(value.environment()));
    return environment;
  }

  /** Where its files lie, in the directory of the experiment. */
  Path in(Path directory) {
    return directory.resolve("cell-" + number);
  }

  /** Its circumstances, and how to run it by hand. */
  String described() {
    String circumstances = values.stream().map(Axis.Value::name).collect(Collectors.joining(", "));
    String variables =
        environment().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue() + " ")
            .collect(Collectors.joining());
    return "cell "
        + number
        + ": "
        + circumstances
        + "\n    "
        + variables
        + jdk.resolve("bin").resolve("java")
        + " "
        + String.join(" ", options())
        + " -cp "
        + (isReversed() ? "REVERSING:" : "")
        + "TEST_CLASS_PATH "
        + MatrixMain.class.getName()
        + " EMPTY_DIRECTORY";
  }
}
