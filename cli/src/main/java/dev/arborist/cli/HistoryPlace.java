package dev.arborist.cli;

import dev.arborist.QueuePlace;
import dev.arborist.adapters.files.validation.VerdictJson;
import dev.arborist.adapters.postgres.PostgresAddress;
import dev.arborist.adapters.postgres.PostgresRunHistory;
import dev.arborist.adapters.sqlite.history.SqliteRunHistory;
import dev.arborist.application.port.out.RunHistory;
import dev.arborist.domain.task.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where saved runs are: in a file, or on a PostgreSQL server, where nothing need be created first.
 * Its text form names no user and no password. Immutable.
 */
public final class HistoryPlace {

  private final @Nullable Path file;
  private final @Nullable PostgresAddress address;

  private HistoryPlace(@Nullable Path file, @Nullable PostgresAddress address) {
    this.file = file;
    this.address = address;
  }

  /** A file. */
  public static HistoryPlace of(Path file) {
    return new HistoryPlace(file, null);
  }

  /**
   * A file, or a server when the text begins with {@code postgres://}; what an address leaves out
   * comes from the environment, as {@link PostgresAddress} says.
   *
   * @throws InvalidInputException when it is neither
   */
  public static HistoryPlace of(String text) {
    if (isServer(text)) {
      return onServer(text, System::getenv);
    }
    try {
      return of(Path.of(text).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw new InvalidInputException("'" + text + "' is not a path", e);
    }
  }

  /** Whether a text names a server; the classes of servers are not loaded for it. */
  static boolean isServer(String text) {
    return QueuePlace.isServer(text);
  }

  /**
   * A server.
   *
   * @param environment gives the value of a variable, null when it is not set
   * @throws InvalidInputException when the address is malformed; the message repeats no password
   */
  static HistoryPlace onServer(String text, Function<String, @Nullable String> environment) {
    return new HistoryPlace(null, PostgresAddress.parse(text, environment));
  }

  /** Opens the history, which the caller closes; a file must be there. */
  RunHistory open() {
    return address == null
        ? SqliteRunHistory.open(path(), new VerdictJson())
        : PostgresRunHistory.open(address, new VerdictJson());
  }

  /** As {@link #open}, and creates a file first where nothing is. */
  RunHistory openOrCreate() {
    return address == null ? SqliteRunHistory.openOrCreate(path(), new VerdictJson()) : open();
  }

  /**
   * Creates an empty history, unless something is there.
   *
   * @return whether it was created
   */
  boolean create() {
    if (address != null) {
      return PostgresRunHistory.create(address);
    }
    if (Files.exists(path())) {
      return false;
    }
    SqliteRunHistory.create(path(), new VerdictJson()).close();
    return true;
  }

  /** Refuses a place where no run can be saved; on a server the tables are created. */
  void requireSavable() {
    if (address == null) {
      open().close();
    } else {
      PostgresRunHistory.create(address);
    }
  }

  private Path path() {
    return Objects.requireNonNull(file);
  }

  @Override
  public String toString() {
    return address == null ? String.valueOf(file) : address.toString();
  }
}
