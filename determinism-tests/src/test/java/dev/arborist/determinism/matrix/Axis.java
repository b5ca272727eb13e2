package dev.arborist.determinism.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One thing in which JVMs differ.
 *
 * @param name what it is
 * @param values what it may be; the first is the usual one
 * @param usual how many of the first values cost nothing, so that they may occur often
 */
record Axis(String name, List<Value> values, int usual) {

  private static final String JDK = "JDK";

  /**
   * What a JVM is started with.
   *
   * @param name what people call it; of a JDK, where it is
   * @param options of the JVM
   * @param environment its variables
   * @param noticed what it prints then; see {@link Circumstances}
   * @param reversed whether its SQLite reverses what has no order
   */
  record Value(
      String name,
      List<String> options,
      Map<String, String> environment,
      String noticed,
      boolean reversed) {

    static Value ofOptions(String name, String noticed, String... options) {
      return new Value(name, List.of(options), Map.of(), noticed, false);
    }

    static Value ofVariable(String name, String value, String noticed) {
      return new Value(value, List.of(), Map.of(name, value), noticed, false);
    }

    static Value reversed(boolean reversed) {
      return new Value(
          reversed ? "reversed" : "as it comes",
          List.of(),
          Map.of(),
          Circumstances.REVERSED + (reversed ? 1 : 0),
          reversed);
    }
  }

  private static final List<Axis> CIRCUMSTANCES =
      List.of(
          of(
              Circumstance.LOCALE.axis(),
              locale("en", "US"),
              locale("tr", "TR"),
              locale("ar", "EG")),
          of(
              Circumstance.ZONE.axis(),
              zone("UTC"),
              zone("Asia/Kathmandu"),
              zone("America/St_Johns")),
          of(
              Circumstance.ENCODING.axis(),
              Value.ofVariable("LC_ALL", "C.UTF-8", Circumstances.ENCODING + "UTF-8"),
              Value.ofVariable("LC_ALL", "C", Circumstances.ENCODING + "ANSI_X3.4-1968")),
          of("cpus", cpus(2), cpus(1), cpus(16)),
          of(Circumstance.HASH.axis(), hash(5), hash(2), hash(0)),
          new Axis("compiler", List.of(compiler(1), compiler(4), interpreter()), 1),
          of(Circumstance.SQLITE.axis(), Value.reversed(false), Value.reversed(true)));

  private static Axis of(String name, Value... values) {
    return new Axis(name, List.of(values), values.length);
  }

  private static Value locale(String language, String country) {
    String tag = language + "-" + country;
    return Value.ofOptions(
        tag,
        Circumstances.LOCALE + tag,
        "-Duser.language=" + language,
        "-Duser.country=" + country);
  }

  /** By the environment, which SQLite's own code sees too. */
  private static Value zone(String id) {
    return Value.ofVariable("TZ", id, Circumstances.ZONE + id);
  }

  private static Value cpus(int count) {
    return Value.ofOptions(
        count + " CPUs", Circumstances.CPUS + count, "-XX:ActiveProcessorCount=" + count);
  }

  private static Value hash(int mode) {
    return Value.ofOptions(
        "hash code " + mode,
        Circumstances.CONSTANT_HASH + (mode == 2),
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:hashCode=" + mode);
  }

  private static Value compiler(int level) {
    return Value.ofOptions(
        "C" + (level == 1 ? 1 : 2),
        Circumstances.INTERPRETED + false,
        "-XX:TieredStopAtLevel=" + level);
  }

  private static Value interpreter() {
    return Value.ofOptions("interpreter", Circumstances.INTERPRETED + true, "-Xint");
  }

  /** All axes, the JDK last. */
  static List<Axis> with(List<Jdks.Jdk> jdks) {
    List<Value> values =
        jdks.stream()
            .map(jdk -> Value.ofOptions(jdk.home().toString(), Circumstances.JDK + jdk.version()))
            .toList();
    List<Axis> axes = new ArrayList<>(CIRCUMSTANCES);
    axes.add(new Axis(JDK, values, values.size()));
    return axes;
  }

  /** The JDK that a row stands for, and its other values. */
  static Cell cell(int number, List<Axis> axes, List<Integer> row) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      values.add(axes.get(i).values().get(row.get(i)));
    }
    return new Cell(number, Path.of(values.get(values.size() - 1).name()), values);
  }

  /** What is usual on a JDK, with the last value of the axis that is to be another. */
  static Cell cell(int number, Jdks.Jdk jdk, Circumstance other) {
    List<Axis> axes = with(List.of(jdk));
    List<Integer> row = new ArrayList<>(Collections.nCopies(axes.size(), 0));
    if (other != Circumstance.START) {
      int at = axes.stream().map(Axis::name).toList().indexOf(other.axis());
      row.set(at, axes.get(at).values().size() - 1);
    }
    return cell(number, axes, row);
  }
}
