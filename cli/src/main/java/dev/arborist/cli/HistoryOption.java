package dev.arborist.cli;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.StorageException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the saved runs are: the option, the environment, or the nearest history upwards. */
final class HistoryOption {

  static final Path PLACE = Path.of(".arborist", "history.db");

  private final Terminal terminal;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = {
        "The saved runs: a file, or postgres://user@host/database.",
        "By default ARBORIST_HISTORY or the nearest .arborist/history.db."
      })
  private @Nullable String file;

  HistoryOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The history that is named or found; nothing when there is none. */
  Optional<HistoryPlace> find() {
    return find(terminal, file);
  }

  /** The history that an option gives, or the environment, or the nearest one. */
  static Optional<HistoryPlace> find(Terminal terminal, @Nullable String file) {
    HistoryPlace named = named(terminal, file);
    return named == null ? Upwards.find(terminal, PLACE).map(HistoryPlace::of) : Optional.of(named);
  }

  /** Where a new history goes. */
  HistoryPlace forCreation() {
    HistoryPlace named = named(terminal, file);
    return named == null ? HistoryPlace.of(terminal.directory().resolve(PLACE)) : named;
  }

  /** Opens the history, which the caller closes. */
  RunHistory open() {
    return find()
        .orElseThrow(
            () ->
                new StorageException(
                    "there is no history here or above: create one with 'arborist perf init',"
                        + " or name one with --history"))
        .open();
  }

  private static @Nullable HistoryPlace named(Terminal terminal, @Nullable String file) {
    String name =
        file != null ? Upwards.named("--history", file) : terminal.given("ARBORIST_HISTORY");
    if (name == null) {
      return null;
    }
    return HistoryPlace.isServer(name)
        ? HistoryPlace.onServer(name, terminal::given)
        : HistoryPlace.of(Upwards.path(terminal, name));
  }
}
