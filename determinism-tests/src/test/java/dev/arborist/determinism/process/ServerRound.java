package dev.arborist.determinism.process;

import dev.arborist.Arborist;
import dev.arborist.QueuePlace;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Violation;
import dev.arborist.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One queue on a server that keeps its promises, and the processes that work on it, of which two in
 * three have a clock that is an hour off, while connections are cut, and they or the server killed.
 */
final class ServerRound implements AutoCloseable {

  private static final int PROCESSES = 5;

  /** How many commits are cut at a time, and how long they are looked for. */
  private static final int COMMITS_CUT = 5;

  private static final long COMMITS_CUT_MILLIS = 1_000;

  /**
   * What a server's time may be off by at a worker: half of the way there and back when it asked
   * last, which on a busy machine takes its time.
   */
  private static final Duration TOLERANCE = Duration.ofMillis(Labourer.LEASE_MILLIS / 2);

  private static final List<Duration> OFFSETS =
      List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofHours(1));

  private final int mishaps;
  private final long pauseMillis;
  private final SplittableRandom random;
  private final long seed;
  private final Path directory;
  private final Map<Mishap, Integer> done = new TreeMap<>();
  private PostgresServer server;
  private int connectionsCut;
  private int commitsCut;

  /**
   * A round in a directory of its own.
   *
   * @param mishaps how many things happen, one after the other
   * @param pauseMillis how long all work before each
   * @param seed decides whom it befalls
   */
  ServerRound(Path directory, int mishaps, long pauseMillis, long seed) {
    this.directory = directory;
    this.mishaps = mishaps;
    this.pauseMillis = pauseMillis;
    this.seed = seed;
    random = new SplittableRandom(seed);
    server = PostgresServer.durable(data(), 0);
  }

  private Path data() {
    return directory.resolve("data");
  }

  /** Does it. */
  Done run() throws Exception {
    for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      String value = ServerFaults.setting(server, setting);
      Violation.unless(value.equals("on"), "the server runs with " + setting + "=" + value);
    }
    String queue = server.address("hammer");
    Arborist.create(QueuePlace.of(queue));
    SkewedClock clock = SkewedClock.compile(directory.resolve("clock"));
    try (Crew crew =
        new Crew(
            directory,
            queue,
            PROCESSES,
            seed,
            one -> clock.options(OFFSETS.get(one % OFFSETS.size())))) {
      crew.begin();
      for (int turn = 0; turn < mishaps; turn++) {
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
        crew.awaitWork();
        Mishap mishap = Mishap.ofTurn(turn);
        befall(mishap, crew);
        done.merge(mishap, 1, Integer::sum);
      }
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
      crew.end();
      return told(new Checker(TOLERANCE), queue, crew);
    }
  }

  private void befall(Mishap mishap, Crew crew) throws Exception {
    int at = random.nextInt(PROCESSES);
    switch (mishap) {
      case KILL -> crew.kill(at);
      case STOP -> crew.stopPastItsLease(at);
      case CUT -> connectionsCut += ServerFaults.cut(server);
      case CUT_COMMITS ->
          commitsCut += ServerFaults.cutCommits(server, COMMITS_CUT, COMMITS_CUT_MILLIS);
      case CRASH -> Violation.unless(ServerFaults.crash(server), "nobody was connected");
      case SERVER_KILL -> {
        ServerFaults.kill(server, data());
        server = PostgresServer.durable(data(), server.port());
      }
    }
  }

  private Done told(Checker checker, String queue, Crew crew) throws Exception {
    boolean cutCommits = done.containsKey(Mishap.CUT_COMMITS);
    Violation.unless(commitsCut > 0 || !cutCommits, "no commit was met that could be cut");
    Done found = checker.check(queue, crew.journals());
    Done all = new Done(Map.of());
    for (Map.Entry<Mishap, Integer> one : done.entrySet()) {
      all = all.and(one.getKey().plural(), one.getValue());
    }
    all = all.and("connections cut", connectionsCut).and("commits cut", commitsCut);
    return all.and(found).and("failed", checker.failed());
  }

  @Override
  public void close() {
    server.close();
  }
}
