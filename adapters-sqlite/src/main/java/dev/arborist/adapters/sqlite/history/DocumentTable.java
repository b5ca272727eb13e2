package dev.arborist.adapters.sqlite.history;

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
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Runs whole, each as its format writes it, compressed; gzip's checksum tells what is damaged. */
final class DocumentTable {

  private static final String INSERT = "INSERT INTO document (run, bytes) VALUES (:run, :bytes)";
  private static final String SELECT = "SELECT bytes FROM document WHERE run = :run";

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
   * @throws StorageException when they are damaged, or of a version that is not known
   */
  Verdict expand(Path file, RunId id, byte[] bytes) {
    String name = "run " + id + " of " + file;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return format.read(name, in);
    } catch (InvalidRequirementException e) {
      throw new StorageException("cannot read " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StorageException(
          "cannot read " + name + ": it is damaged; restore the file from a backup", e);
    }
  }

  void insert(Handle handle, RunId id, byte[] bytes) {
    try (Update insert = handle.createUpdate(INSERT)) {
      insert.bind("run", id.number()).bind("bytes", bytes).execute();
    }
  }

  Optional<byte[]> find(Handle handle, RunId id) {
    try (Query query = handle.createQuery(SELECT)) {
      return query.bind("run", id.number()).map((row, context) -> row.getBytes(1)).findOne();
    }
  }
}
