package dev.arborist.adapters.jmh.machine;

import dev.arborist.domain.validation.report.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Tells where measurements that are taken here come from. */
public final class Origins {

  private Origins() {}

  /**
   * The origin of a run on this machine and this JVM.
   *
   * @param directory where the source is that is measured
   * @param label what people call the run; may be empty
   * @param measuredAt when measuring began
   */
  public static Origin of(Path directory, String label, Instant measuredAt) {
    Machine machine = new Machine();
    Optional<WorkTree> tree = WorkTree.of(directory);
    return new Origin(
        measuredAt,
        label,
        tree.map(WorkTree::commit).orElse(""),
        tree.map(WorkTree::dirty).orElse(false),
        machine.fingerprint(),
        machine.jvm());
  }
}
