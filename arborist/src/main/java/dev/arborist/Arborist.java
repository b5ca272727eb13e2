package dev.arborist;

import dev.arborist.adapters.sqlite.Durability;
import dev.arborist.adapters.sqlite.SqliteMeter;
import dev.arborist.adapters.sqlite.SqliteQueue;
import dev.arborist.adapters.sqlite.SqliteSettings;
import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.in.Specifications;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.application.port.out.IdSource;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.application.service.Services;
import dev.arborist.domain.priority.PriorityPolicy;
import dev.arborist.domain.task.TextRules;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * An open queue.
 *
 * <pre>{@code
 * try (Arborist arborist = Arborist.open(Path.of(".arborist/queue.db"))) {
 *   Task task = arborist.queue().enqueue(NewTask.of("Write the parser").build());
 *   System.out.println("added " + task.number());
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads; several processes may have one queue open at a time.
 */
public final class Arborist implements AutoCloseable {

  /** Who is recorded as having done what no worker does, when nobody is named. */
  public static final String ACTOR_DEFAULT = "arborist";

  private final TaskStore store;
  private final TaskQueue queue;
  private final TaskBrowser browser;
  private final QueueUpkeep upkeep;
  private final Specifications specifications;

  private Arborist(TaskStore store, InstantSource clock, IdSource ids, String actor) {
    this.store = store;
    queue = Services.queue(store, ids, clock, PriorityPolicy.DEFAULT, actor);
    browser = Services.browser(store, clock);
    upkeep = Services.upkeep(store, clock, PriorityPolicy.DEFAULT, actor);
    specifications = Services.specifications(store, clock, actor);
  }

  /**
   * Creates an empty queue, and the directories above it.
   *
   * @throws dev.arborist.application.port.out.StorageException when something is there already, or
   *     the place cannot be written
   */
  public static void create(Path path) {
    SqliteQueue.create(path);
  }

  /**
   * Opens a queue that exists, with the system's clock and random ids.
   *
   * @throws dev.arborist.application.port.out.StorageException when there is no queue at the path
   */
  public static Arborist open(Path path) {
    return at(path).open();
  }

  /** Starts to open a queue with a clock or ids of one's own. */
  public static Opening at(Path path) {
    return new Opening(path);
  }

  /** What changes the queue. */
  public TaskQueue queue() {
    return queue;
  }

  /** What reads the queue. */
  public TaskBrowser browser() {
    return browser;
  }

  /** What keeps the queue small and sound: pruning, backups, examinations. */
  public QueueUpkeep upkeep() {
    return upkeep;
  }

  /** The documents kept beside the tasks. */
  public Specifications specifications() {
    return specifications;
  }

  /** Finishes what is under way and closes the file. */
  @Override
  public void close() {
    store.close();
  }

  /** Ids of version 7 from the system's clock and its secure random numbers. */
  public static IdSource randomIds() {
    return new UuidV7Source(InstantSource.system(), SecureRandom::new);
  }

  /** Collects how a queue is to be opened; not safe for use by several threads. */
  public static final class Opening {

    private final Path path;
    private InstantSource clock = InstantSource.system();
    private @Nullable IdSource ids;
    private String actor = ACTOR_DEFAULT;
    private SqliteSettings settings = SqliteSettings.DEFAULT;

    private Opening(Path path) {
      this.path = path;
    }

    /** The clock that leases, due times and timestamps go by; the system's by default. */
    public Opening clock(InstantSource value) {
      clock = value;
      return this;
    }

    /** Where new tasks get their ids; random ones of version 7 by default. */
    public Opening ids(IdSource value) {
      ids = value;
      return this;
    }

    /** Who is recorded as having done what no worker does; "arborist" by default. */
    public Opening actor(String value) {
      actor = value;
      return this;
    }

    /** What a committed change survives; a power cut by default. */
    public Opening durability(Durability value) {
      settings = settings.with(value);
      return this;
    }

    /** What counts the work that SQLite does; nothing by default, since counting takes time. */
    public Opening meter(SqliteMeter value) {
      settings = settings.with(value);
      return this;
    }

    /**
     * Opens the queue.
     *
     * @throws dev.arborist.application.port.out.StorageException when there is no queue at the path
     * @throws dev.arborist.domain.task.InvalidInputException when the actor's name is malformed
     */
    public Arborist open() {
      TextRules.actor(actor);
      IdSource source = ids == null ? new UuidV7Source(clock, SecureRandom::new) : ids;
      return new Arborist(SqliteQueue.open(path, settings), clock, source, actor);
    }
  }
}
