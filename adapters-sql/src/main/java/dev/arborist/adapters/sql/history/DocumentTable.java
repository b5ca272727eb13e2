package dev.arborist.adapters.sql.history;

import dev.arborist.adapters.sql.Session;
import dev.arborist.adapters.sql.Sql;
import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.domain.validation.report.RunId;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Runs whole, each as its format writes it, compressed; gzip's checksum tells what is damaged. */
final class DocumentTable {

  private static final Sql INSERT =
      new Sql("INSERT INTO document (run, bytes) VALUES (:run, :bytes)");
  private static final Sql SELECT = new Sql("SELECT bytes FROM document WHERE run = :run");

  private final VerdictFormat format;

  DocumentTable(VerdictFormat format) {
    this.format = format;
  }

  /**
   * The bytes of a verdict; needs no transaction.
   *
   * @throws StorageException when the format cannot write it
   */
  byte[] compress(Verdict verdict) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      format.write(verdict, out);
    } catch (IOException e) {
      throw new StorageException(
          "the run cannot be written and is not saved: " + e.getMessage() + "; report this", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The verdict of the bytes.
   *
   * @param name what to call the run in messages
   * @throws StorageException when they are damaged, or of a version that is not known
   */
  Verdict expand(String name, byte[] bytes) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return format.read(name, in);
    } catch (InvalidRequirementException e) {
      throw new StorageException("cannot read " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StorageException(
          "cannot read " + name + ": it is damaged; restore the history from a backup", e);
    }
  }

  void insert(Session session, RunId id, byte[] bytes) {
    session.run(INSERT).set("run", id.number()).set("bytes", bytes).execute();
  }

  Optional<byte[]> find(Session session, RunId id) {
    return session.run(SELECT).set("run", id.number()).first(row -> row.getBytes(1));
  }
}
