package dev.arborist;

import dev.arborist.adapters.postgres.PostgresAddress;
import dev.arborist.domain.task.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a queue is: in a file, or on a PostgreSQL server. Its text form names no user and no
 * password. Immutable.
 */
public final class QueuePlace {

  private final @Nullable Path file;
  private final @Nullable PostgresAddress address;
  private final String text;

  private QueuePlace(@Nullable Path file, @Nullable PostgresAddress address, String text) {
    this.file = file;
    this.address = address;
    this.text = text;
  }

  /** A file. */
  public static QueuePlace of(Path file) {
    return new QueuePlace(file, null, file.toString());
  }

  /**
   * A file, or a server when the text begins with {@code postgres://}; what an address leaves out
   * comes from the environment, as {@link PostgresAddress} says.
   *
   * @throws InvalidInputException when it is neither; the message repeats no password
   */
  public static QueuePlace of(String text) {
    return of(text, System::getenv);
  }

  /**
   * As {@link #of(String)}, with an environment of one's own.
   *
   * @param environment gives the value of a variable, null when it is not set
   */
  public static QueuePlace of(String text, Function<String, @Nullable String> environment) {
    if (isServer(text)) {
      return new QueuePlace(null, PostgresAddress.parse(text, environment), text);
    }
    try {
      return of(Path.of(text));
    } catch (InvalidPathException e) {
      throw new InvalidInputException("'" + text + "' is not a path", e);
    }
  }

  /**
   * Whether a text names a server, be it in a way that no server is named: such a text may hold a
   * password, which a path does not, so it is not repeated. The class of servers is not loaded.
   */
  public static boolean isServer(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("jdbc:")
        || lower.startsWith("postgres:")
        || lower.startsWith("postgresql:");
  }

  /** The file; none on a server. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The server; null for a file. */
  @Nullable PostgresAddress address() {
    return address;
  }

  /** What {@link #of(String)} makes the same place of; it may hold a password. */
  public String secretText() {
    return file == null ? text : file.toAbsolutePath().toString();
  }

  /** What people call it: the database on a server, the name of a file. */
  public String name() {
    if (address != null) {
      return address.database();
    }
    return file == null || file.getFileName() == null ? text : file.getFileName().toString();
  }

  @Override
  public String toString() {
    return address == null ? String.valueOf(file) : address.toString();
  }
}
