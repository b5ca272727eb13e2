package dev.arborist.determinism.canary;

import dev.arborist.determinism.fuzz.ArgumentsExperiment;
import dev.arborist.determinism.fuzz.LinesExperiment;
import dev.arborist.determinism.lab.Patch;
import java.util.List;

/** Faults in how what people give is refused. */
final class InputFaults {

  private static final String SERVICE =
      "application/src/main/java/dev/arborist/application/service/";
  private static final String CLI = "cli/src/main/java/dev/arborist/cli/";

  static final List<Canary> ALL =
      List.of(
          new Canary(
              "an import that stores its first task although another is refused",
              Patch.of(
                  SERVICE + "QueueService.java",
                  "    return store.write(tx -> new Importer(tx, policy(tx), now(), actor).add(tasks));\n",
                  """
                      try {
                        return store.write(tx -> new Importer(tx, policy(tx), now(), actor).add(tasks));
                      } catch (InvalidInputException e) {
                        var first = tasks.tasks().subList(0, Math.min(1, tasks.tasks().size()));
                        TaskImport some = new TaskImport(first, false, List.of(), List.of());
                        store.write(tx -> new Importer(tx, policy(tx), now(), actor).add(some));
                        throw e;
                      }
                  """),
              LinesExperiment.class,
              "what is refused has changed the queue"),
          new Canary(
              "an import that takes a history with a gap",
              Patch.of(SERVICE + "HistoryImport.java", "      requireWhole(entries.get(i));\n", ""),
              LinesExperiment.class,
              "the history of task .* is broken"),
          new Canary(
              "a refusal that the command line does not know",
              Patch.of(
                  CLI + "Main.java", "\n        || failure instanceof InvalidSamplesException", ""),
              ArgumentsExperiment.class,
              "the exit code is 1"));

  private InputFaults() {}
}
