package dev.arborist.cli;

import dev.arborist.adapters.files.OneLineJson;
import dev.arborist.domain.task.EpochMicros;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers one after another: texts with a line between them, JSON with a line for each.
 *
 * <p>What was written last is remembered by its digest, for it may be as large as the queue.
 */
final class WatchLog implements Watching.Display {

  private final Terminal terminal;
  private byte @Nullable [] shown;

  WatchLog(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void show(Printout answer) throws IOException {
    byte[] digest = digest(answer);
    if (Arrays.equals(digest, shown)) {
      return;
    }
    OutputStream out = new BufferedOutputStream(terminal.out());
    if (answer.isJson()) {
      writeLine(answer, out);
    } else {
      if (shown != null) {
        out.write(
            ("--- " + EpochMicros.truncate(Instant.now()) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      answer.writeTo(out);
    }
    out.flush();
    shown = digest;
  }

  private static void writeLine(Printout answer, OutputStream out) throws IOException {
    answer.writeTo(new OneLineJson(out));
    out.write('\n');
  }

  private static byte[] digest(Printout answer) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      answer.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
