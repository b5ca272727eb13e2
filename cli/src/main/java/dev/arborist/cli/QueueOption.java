package dev.arborist.cli;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.domain.task.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the queue is: the option, the environment, or the nearest one upwards. */
class QueueOption {

  static final String NAME = "--db";
  static final Path PLACE = Path.of(".arborist", "queue.db");

  private final Terminal terminal;

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description = {
        "The queue: a file, or postgres://user@host/database.",
        "By default ARBORIST_DB or the nearest .arborist/queue.db."
      })
  private @Nullable String file;

  QueueOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Opens the queue, which the caller closes. */
  Arborist open() {
    return opening().open();
  }

  /** How the queue is opened. */
  Arborist.Opening opening() {
    return Arborist.at(find());
  }

  /** How people call the queue: by the directory that it lies in, or by its own file. */
  String label() {
    QueuePlace place = find();
    return place.file().map(QueueOption::label).orElseGet(place::name);
  }

  private static String label(Path path) {
    Path file = path.toAbsolutePath().normalize();
    Path directory = file.getParent();
    Path above = directory == null ? null : directory.getParent();
    Path called = file.endsWith(PLACE) && above != null ? above : file;
    return String.valueOf(called.getFileName() == null ? called : called.getFileName());
  }

  /** Where a new queue goes. */
  QueuePlace forCreation() {
    QueuePlace named = named(terminal, file);
    return named == null ? QueuePlace.of(terminal.directory().resolve(PLACE)) : named;
  }

  /** The queue that is meant, whether it is there or not. */
  QueuePlace find() {
    return find(terminal, file);
  }

  /**
   * The queue that an option gives, or the environment, or the nearest one.
   *
   * @throws StorageException when there is none
   */
  static QueuePlace find(Terminal terminal, @Nullable String file) {
    QueuePlace named = named(terminal, file);
    if (named != null) {
      return named;
    }
    return Upwards.find(terminal, PLACE)
        .map(QueuePlace::of)
        .orElseThrow(
            () ->
                new StorageException(
                    "there is no queue here or above: create one with 'arborist init', or name one"
                        + " with --db"));
  }

  private static @Nullable QueuePlace named(Terminal terminal, @Nullable String file) {
    String name = file != null ? Upwards.named(NAME, file) : terminal.given("ARBORIST_DB");
    if (name == null) {
      return null;
    }
    return QueuePlace.isServer(name)
        ? QueuePlace.of(name, terminal::given)
        : QueuePlace.of(Upwards.path(terminal, name));
  }

  /** The path that a person typed, seen from the working directory. */
  Path path(String name) {
    return Upwards.path(terminal, name);
  }

  /** Refuses to open the queue's own files as something else: that would lose acknowledged work. */
  void requireOther(Path path) throws IOException {
    Path file = find().file().orElse(null);
    if (file == null) {
      return;
    }
    Path queue = file.toRealPath();
    for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
      Path own = queue.resolveSibling(queue.getFileName() + suffix);
      boolean same =
          Files.exists(path)
              ? Files.exists(own) && Files.isSameFile(path, own)
              : place(path).equals(own);
      if (same) {
        throw new InvalidInputException(path + " is the queue itself: name another file");
      }
    }
  }

  /** Where a file will be that is not there yet. */
  private static Path place(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    Path name = path.getFileName();
    return parent == null || name == null || !Files.exists(parent)
        ? path
        : parent.toRealPath().resolve(name);
  }
}
