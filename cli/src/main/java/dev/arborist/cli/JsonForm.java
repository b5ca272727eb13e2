package dev.arborist.cli;

import dev.arborist.domain.task.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The forms of the JSON that commands print for programs, or read; each is described by a
 * definition of the same name in {@link FormSchemas}.
 */
enum JsonForm {
  TASK("add, update, link, unlink, heartbeat, complete, fail, release, show"),
  TASKS("list, prerequisites, dependents, cancel, retry, add --batch"),
  PAGE("list --page"),
  CLAIMS("claim"),
  CLAIM("work"),
  EVENTS("events"),
  EVENT("events --follow"),
  STATISTICS("status"),
  EXPLANATION("explain"),
  PLAN("plan"),
  PRUNES("prune"),
  DIAGNOSIS("doctor"),
  IMPORTED("import"),
  DOCUMENTS("spec list, spec put"),
  TREE("tree"),
  EXPORT("export"),
  BATCH("add --batch"),
  RUNS("perf history"),
  REPORT(
      "perf check --format json, perf compare --format json, perf duet --format json,"
          + " perf report --format json, perf export --format json"),
  DELIVERABLE(
      "perf check --format deliverable, perf compare --format deliverable,"
          + " perf duet --format deliverable, perf report --format deliverable"),
  FORMS("schema");

  /**
   * The version of the forms. Fields, values of an enumeration and forms may be added to a version;
   * what is there stays and means the same.
   */
  static final int VERSION = 1;

  private final String commands;

  JsonForm(String commands) {
    this.commands = commands;
  }

  /** The form of this name, in either case. */
  static JsonForm parse(String name) {
    return Arrays.stream(values())
        .filter(form -> form.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("'" + name + "' is not a form"));
  }

  /** The name as people type it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The commands that print it for programs, or read it. */
  List<String> commands() {
    return List.of(commands.split(", ", -1));
  }
}
