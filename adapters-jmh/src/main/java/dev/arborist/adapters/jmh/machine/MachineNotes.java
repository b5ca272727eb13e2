package dev.arborist.adapters.jmh.machine;

import dev.arborist.domain.validation.report.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the machine is, and what disturbed it since a moment. */
public final class MachineNotes {

  private final SystemFiles files;
  private final Jvm jvm;
  private final MachineState start;

  /** Notes of this machine, from now on. */
  public MachineNotes() {
    this(new SystemFiles(Path.of("/")), Jvm.thisOne());
  }

  MachineNotes(SystemFiles files, Jvm jvm) {
    this.files = files;
    this.jvm = jvm;
    start = MachineState.now(files);
  }

  /** What the machine and the JVM are, and the load at the start. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(new Machine(files, jvm).facts());
    facts.add(new Fact("Load at the start", String.valueOf(start.load())));
    return facts;
  }

  /** What disturbs however long it is measured, and what disturbed from the start until now. */
  public List<String> warnings() {
    return new Disturbances(files, jvm).between(start, MachineState.now(files));
  }
}
