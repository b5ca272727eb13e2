package dev.arborist;

import dev.arborist.adapters.postgres.PostgresAddress;
import dev.arborist.adapters.postgres.PostgresQueue;
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
  private final InstantSource clock;

  private Arborist(TaskStore store, InstantSource clock, IdSource ids, String actor) {
    this.store = store;
    this.clock = clock;
    queue = Services.queue(store, ids, clock, actor);
    browser = Services.browser(store, clock);
    upkeep = Services.upkeep(store, clock, actor);
    specifications = Services.specifications(store, clock, actor);
  }

  /**
   * Creates an empty queue, and the directories above it.
   *
   * @throws dev.arborist.application.port.out.StorageException when something is there already, or
   *     the place cannot be written
   */
  public static void create(Path path) {
    create(QueuePlace.of(path));
  }

  /**
   * Creates an empty queue in a file or on a server.
   *
   * @throws dev.arborist.application.port.out.StorageException when something is there already, or
   *     the place cannot be written
   */
  public static void create(QueuePlace place) {
    create(place, PriorityPolicy.DEFAULT);
  }

  /**
   * As {@link #create(QueuePlace)}, with weights of one's own for what makes up a priority; they
   * stay as they are.
   */
  public static void create(QueuePlace place, PriorityPolicy policy) {
    PostgresAddress address = place.address();
    if (address != null) {
      PostgresQueue.create(address, policy);
    } else {
      SqliteQueue.create(place.file().orElseThrow(), policy);
    }
  }

  /**
   * Opens a queue that exists, with the system's clock and random ids.
   *
   * @throws dev.arborist.application.port.out.StorageException when there is no queue at the path
   */
  public static Arborist open(Path path) {
    return at(path).open();
  }

  /**
   * Opens a queue that exists: in a file, or on a server at an address such as {@code
   * postgres://user@host/database}, by whose clock leases and due times go then.
   *
   * @throws dev.arborist.application.port.out.StorageException when there is no queue
   * @throws dev.arborist.domain.task.InvalidInputException when the address is malformed
   */
  public static Arborist open(String place) {
    return at(QueuePlace.of(place)).open();
  }

  /** Starts to open a queue with a clock or ids of one's own. */
  public static Opening at(Path path) {
    return at(QueuePlace.of(path));
  }

  /** As {@link #at(Path)}, in a file or on a server. */
  public static Opening at(QueuePlace place) {
    return new Opening(place);
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

  /**
   * The clock that leases and due times go by: whoever compares them with the time asks this one.
   */
  public InstantSource clock() {
    return clock;
  }

  /** Finishes what is under way and closes the file or the connections. */
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

    private final QueuePlace place;
    private @Nullable InstantSource clock;
    private @Nullable IdSource ids;
    private String actor = ACTOR_DEFAULT;
    private SqliteSettings settings = SqliteSettings.DEFAULT;

    private Opening(QueuePlace place) {
      this.place = place;
    }

    /**
     * The clock that leases, due times and timestamps go by; by default the system's for a file,
     * and the server's on a server.
     */
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
      PostgresAddress address = place.address();
      if (address == null) {
        TaskStore store = SqliteQueue.open(place.file().orElseThrow(), settings);
        return with(store, InstantSource.system());
      }
      PostgresQueue.Opened opened =
          PostgresQueue.open(address, settings.durability() == Durability.FULL);
      return with(opened.store(), opened.clock());
    }

    private Arborist with(TaskStore store, InstantSource usual) {
      InstantSource time = clock == null ? usual : clock;
      IdSource source = ids == null ? new UuidV7Source(time, SecureRandom::new) : ids;
      return new Arborist(store, time, source, actor);
    }
  }
}
