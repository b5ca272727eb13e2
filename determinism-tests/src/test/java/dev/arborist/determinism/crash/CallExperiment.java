package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.FileTree;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Lab;
import dev.arborist.determinism.lab.Parts;
import dev.arborist.determinism.lab.Parts.Part;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that are killed at their writes and syncs, or told that they have failed: one after the
 * other they take the steps of the script, a few each, and the last one closes the file, which
 * empties the write-ahead log.
 */
public final class CallExperiment implements Experiment {

  /** Does one point only, as a violation names it. */
  static final String POINT = Lab.CRASH_POINT;

  private static final int JVMS = 2;

  /** A session that is killed has come to its middle: what it does before is done in vain. */
  private static final int STEPS_OF_A_SESSION = 5;

  private static final int KILLED = 128 + 9;
  private static final List<String> ERRORS = List.of("error=EIO", "error=ENOSPC");

  private final int kills;
  private final int errors;
  private @Nullable Path directory;
  private @Nullable Reference reference;
  private List<String> laidOut = List.of();

  /** A few of each. */
  public CallExperiment() {
    this(8, 8);
  }

  /** So many kills and failures, spread over all calls that a session makes. */
  CallExperiment(int kills, int errors) {
    this.kills = kills;
    this.errors = errors;
  }

  @Override
  public Done run(Path work) throws Exception {
    Strace.require();
    directory = work.toRealPath();
    reference = Reference.of(directory);
    layOutClasses(Files.createDirectory(directory.resolve("classes")));
    Map<Integer, Map<String, Integer>> calls = new TreeMap<>();
    for (int first = 1; first <= reference.size(); first = lastOf(first) + 1) {
      calls.put(first, count(first, Files.createDirectory(beforeStep(lastOf(first) + 1))));
    }
    int closing = reference.size() + 1;
    calls.put(closing, count(closing, Files.createDirectory(directory.resolve("closed"))));
    String wanted = System.getProperty(POINT);
    List<CallPoint> points = wanted == null ? points(calls) : List.of(CallPoint.parse(wanted));
    List<Part> sessions = new ArrayList<>();
    for (CallPoint point : points) {
      sessions.add(new Part(point.toString(), () -> one(point)));
    }
    int all = calls.values().stream().flatMap(one -> one.values().stream()).mapToInt(n -> n).sum();
    return Parts.of("calls")
        .run(JVMS, sessions)
        .and("sessions", calls.size())
        .and("calls of these sessions", all);
  }

  /** All kills, then all that is done by one error, so that those which are spread are of each. */
  private List<CallPoint> points(Map<Integer, Map<String, Integer>> calls) {
    List<CallPoint> killed = new ArrayList<>();
    calls.forEach(
        (first, counts) ->
            counts.forEach(
                (call, count) -> {
                  for (int number = 1; number <= count; number++) {
                    killed.add(new CallPoint(first, call, number, CallPoint.KILL, false));
                  }
                }));
    List<CallPoint> failed = new ArrayList<>();
    for (String error : ERRORS) {
      for (boolean sticky : List.of(false, true)) {
        killed.forEach(
            one -> failed.add(new CallPoint(one.first(), one.call(), one.number(), error, sticky)));
      }
    }
    List<CallPoint> points = new ArrayList<>(spread(killed, kills));
    points.addAll(spread(failed, errors));
    return points;
  }

  /** Few calls put something on the disk, so half of the points are at those. */
  private static List<CallPoint> spread(List<CallPoint> all, int count) {
    if (count >= all.size()) {
      return all;
    }
    List<CallPoint> syncs = all.stream().filter(point -> point.isSync()).toList();
    List<CallPoint> writes = all.stream().filter(point -> !point.isSync()).toList();
    List<CallPoint> some = new ArrayList<>(CallPoint.spread(syncs, count / 2));
    some.addAll(CallPoint.spread(writes, count - some.size()));
    return some;
  }

  /** How often the busiest thread of an undisturbed session makes each call; leaves its files. */
  private Map<String, Integer> count(int first, Path own) throws Exception {
    begin(first, own);
    Path trace = own.resolve("trace");
    FreshJvm.Result result =
        Strace.trace(session(first, own), trace, Strace.CHANGES, files(own)).run();
    Violation.unless(result.exitCode() == 0, result.output());
    Map<String, Map<String, Integer>> byThread = new TreeMap<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      String[] words = line.split("[ (]+", 3);
      if (Strace.CHANGES.contains(words[1])) {
        byThread
            .computeIfAbsent(words[1], call -> new TreeMap<>())
            .merge(words[0], 1, Integer::sum);
      }
    }
    Map<String, Integer> most = new TreeMap<>();
    byThread.forEach(
        (call, counts) -> most.put(call, counts.values().stream().max(Integer::compare).get()));
    if (most.size() < 2) {
      throw new IllegalStateException(
          "the session from step " + first + " writes and syncs, but was seen to do: " + most);
    }
    return most;
  }

  /**
   * Leaves the classes of a session as a JVM has laid them out, for those that come: a quarter of
   * their time.
   */
  private void layOutClasses(Path own) throws Exception {
    begin(1, own);
    Path archive = own.resolve("classes.jsa");
    FreshJvm.Result result =
        CrashSession.program(own.resolve("queue.db"), own.resolve("session.log"))
            .options(List.of("-XX:ArchiveClassesAtExit=" + archive))
            .run();
    Violation.unless(result.exitCode() == 0 && Files.exists(archive), result.output());
    laidOut = List.of("-XX:SharedArchiveFile=" + archive);
  }

  private static List<Path> files(Path own) {
    return List.of(own.resolve("queue.db"), own.resolve("queue.db-wal"));
  }

  /** The last step of the session that begins with this one. */
  private int lastOf(int first) {
    return Math.min(first + STEPS_OF_A_SESSION - 1, reference.size());
  }

  private FreshJvm session(int first, Path own) {
    int last = lastOf(first);
    return CrashSession.program(
            own.resolve("queue.db"),
            own.resolve("session.log"),
            first,
            last,
            first > last ? CrashSession.CLOSE : CrashSession.HALT)
        .options(laidOut);
  }

  /** Where the files are with which the session begins that takes this step first. */
  private Path beforeStep(int first) {
    return directory.resolve("before-" + first);
  }

  /** The files with which a session begins. No process has those open that are copied. */
  private void begin(int first, Path own) throws IOException {
    if (first == 1) {
      Arborist.create(own.resolve("queue.db"));
      return;
    }
    for (Path file : files(beforeStep(first))) {
      Files.copy(file, own.resolve(file.getFileName()));
    }
  }

  private Done one(CallPoint point) throws Exception {
    Path own = Files.createTempDirectory(directory, "point");
    begin(point.first(), own);
    FreshJvm session = session(point.first(), own);
    Path trace = own.resolve("trace");
    FreshJvm.Result result =
        Strace.inject(session, trace, point.call(), point.injection(), files(own)).run();
    Path log = own.resolve("session.log");
    try {
      checkEnd(point, result);
      Violation.unless(
          point.isKill() || Strace.hasInjected(trace), "the session never came to that call");
      new Checker(reference).check(own.resolve("queue.db"), log, point.first() - 1);
      boolean refused =
          SessionLog.read(log).stream().anyMatch(line -> line.kind().equals(SessionLog.FAILED));
      FileTree.delete(own);
      return Done.of("kills", point.isKill() ? 1 : 0)
          .and("failures", point.isKill() ? 0 : 1)
          .and("failures that refused something", refused ? 1 : 0);
    } catch (Violation violation) {
      throw new Violation(
          violation.getMessage()
              + "\nafter "
              + point
              + ", which -D"
              + POINT
              + "="
              + point
              + " repeats; the log ends with "
              + Checker.lastOf(log));
    }
  }

  private static void checkEnd(CallPoint point, FreshJvm.Result result) {
    if (point.isKill()) {
      Violation.unless(
          result.exitCode() == KILLED,
          "the session was not killed, but ended with "
              + result.exitCode()
              + "\n"
              + result.output());
    } else {
      Violation.unless(
          (result.exitCode() == 0 || result.exitCode() == CrashSession.FAILED)
              && result.output().isEmpty(),
          "the session ended with " + result.exitCode() + "\n" + result.output());
    }
  }
}
