package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.domain.task.InvalidInputException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the queue is, in whose name it is changed and when a change counts as done. */
final class ChangeOption extends QueueOption {

  private static final String NOBODY = "cli";

  private final Terminal terminal;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description = "In whose name; by default ARBORIST_ACTOR, else USER.")
  private @Nullable String actor;

  @Option(
      names = "--durability",
      paramLabel = "LEVEL",
      description =
          "full (survives a power cut) or normal (survives a kill, not a power cut); by default"
              + " ARBORIST_DURABILITY, else full.")
  private @Nullable Durability durability;

  ChangeOption(Terminal terminal) {
    super(terminal);
    this.terminal = terminal;
  }

  @Override
  Arborist.Opening opening() {
    return super.opening().actor(name()).durability(level());
  }

  private String name() {
    String name = actor;
    for (String variable : new String[] {"ARBORIST_ACTOR", "USER"}) {
      name = name == null ? terminal.given(variable) : name;
    }
    return name == null ? NOBODY : name;
  }

  private Durability level() {
    if (durability != null) {
      return durability;
    }
    String variable = terminal.given("ARBORIST_DURABILITY");
    return variable == null ? Durability.FULL : parse(variable);
  }

  private static Durability parse(String text) {
    for (Durability level : Durability.values()) {
      if (level.name().equals(text.toUpperCase(Locale.ROOT))) {
        return level;
      }
    }
    throw new InvalidInputException(
        "ARBORIST_DURABILITY is '" + text + "': set it to full or normal");
  }
}
