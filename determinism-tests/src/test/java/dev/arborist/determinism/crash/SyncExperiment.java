package dev.arborist.determinism.crash;

import dev.arborist.Arborist;
import dev.arborist.determinism.lab.Done;
import dev.arborist.determinism.lab.Experiment;
import dev.arborist.determinism.lab.FreshJvm;
import dev.arborist.determinism.lab.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an undisturbed session asks of the kernel: before a change is acknowledged the write-ahead
 * log is on the disk, and nobody but SQLite opens the file.
 */
public final class SyncExperiment implements Experiment {

  /** SQLite opens every file like this, and what opens one in Java by itself does not. */
  private static final String OPENED_BY_SQLITE = "O_NOFOLLOW";

  private static final String UNFINISHED = " <unfinished ...>";
  private static final List<String> CALLS =
      List.of("openat", "write", "pwrite64", "fsync", "fdatasync");

  @Override
  public Done run(Path work) throws Exception {
    Strace.require();
    Path directory = work.toRealPath();
    Reference reference = Reference.of(directory);
    Path file = directory.resolve("queue.db");
    Path log = directory.resolve("session.log");
    Path trace = directory.resolve("trace");
    Path ahead = directory.resolve("queue.db-wal");
    Arborist.create(file);
    FreshJvm session = CrashSession.program(file, log);
    FreshJvm.Result result = Strace.trace(session, trace, CALLS, List.of(file, ahead, log)).run();
    Violation.unless(result.exitCode() == 0, result.output());
    List<String> calls = calls(trace);
    int synced = checkSyncs(reference, calls, ahead, log);
    int opened = checkOpenings(calls, file);
    return Done.of("changes synced before they were acknowledged", synced)
        .and("openings by SQLite", opened);
  }

  /** The calls in the order in which they ended. */
  private static List<String> calls(Path trace) throws IOException {
    List<String> calls = new ArrayList<>();
    Map<String, String> unfinished = new TreeMap<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      String thread = line.substring(0, line.indexOf(' '));
      String call = line.substring(thread.length()).strip();
      if (call.endsWith(UNFINISHED)) {
        unfinished.put(thread, call.substring(0, call.length() - UNFINISHED.length()));
      } else if (call.startsWith("<... ")) {
        String begun = unfinished.getOrDefault(thread, "");
        calls.add(begun + call.substring(call.indexOf('>') + 1));
      } else {
        calls.add(call);
      }
    }
    return calls;
  }

  private static int checkSyncs(Reference reference, List<String> calls, Path ahead, Path log) {
    boolean written = false;
    boolean onDisk = true;
    int synced = 0;
    int step = 0;
    for (String call : calls) {
      if (call.startsWith("pwrite64(") && call.contains("<" + ahead + ">")) {
        written = true;
        onDisk = false;
      } else if (call.matches("(fsync|fdatasync)\\(.*") && call.contains("<" + ahead + ">")) {
        onDisk = call.endsWith("= 0");
      } else if (call.startsWith("write(")
          && call.contains("<" + log + ">, \"" + SessionLog.ACKNOWLEDGED)) {
        step++;
        boolean changes = !reference.state(step).equals(reference.state(step - 1));
        Violation.unless(
            onDisk && (written || !changes),
            "step "
                + step
                + " was acknowledged before its change was on the disk: "
                + (written ? "written, and not synced since" : "nothing was written"));
        synced += changes ? 1 : 0;
        written = false;
      }
    }
    Violation.unless(step == reference.size(), step + " steps were seen to be acknowledged");
    return synced;
  }

  private static int checkOpenings(List<String> calls, Path file) {
    int opened = 0;
    for (String call : calls) {
      if (call.startsWith("openat(") && call.contains("\"" + file + "\"")) {
        opened++;
        Violation.unless(
            call.contains(OPENED_BY_SQLITE),
            "something else than SQLite has opened the database, which drops its locks: " + call);
      }
    }
    Violation.unless(opened > 1, "the database was opened " + opened + " times only");
    return opened;
  }
}
