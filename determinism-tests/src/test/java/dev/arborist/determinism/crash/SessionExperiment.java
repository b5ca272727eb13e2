package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.nio.file.Path;

/** An undisturbed session: what it leaves is what this process does by itself. */
public final class SessionExperiment implements Experiment {

  @Override
  public Done run(Path directory) throws Exception {
    Reference reference = Reference.of(directory);
    Path file = directory.resolve("queue.db");
    Path log = directory.resolve("session.log");
    Arborist.create(file);
    FreshJvm.Result result = CrashSession.program(file, log).run();
    Violation.unless(result.exitCode() == 0, result.output());
    int underWay = new Checker(reference).check(file, log, 0);
    Violation.unless(
        underWay == 0 && SessionLog.read(log).size() == 2 * reference.size(),
        "not every step was acknowledged: " + SessionLog.read(log));
    return Done.of("operations acknowledged", reference.size());
  }
}
