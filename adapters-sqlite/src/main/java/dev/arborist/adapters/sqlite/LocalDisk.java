package dev.arborist.adapters.sqlite;

import dev.arborist.application.port.out.StorageException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what is known to be a network file system.
 *
 * <p>The processes that use a database share memory for its write-ahead log, which those of two
 * machines cannot, and SQLite's locks do not hold on many such file systems (sqlite.org/wal.html,
 * sqlite.org/howtocorrupt.html).
 */
final class LocalDisk {

  private static final String FUSE = "fuse.";

  /** By the names that Linux and macOS give them. */
  private static final Set<String> NETWORK_FILE_SYSTEMS =
      Set.of(
          "afpfs",
          "afs",
          "beegfs",
          "ceph",
          "cifs",
          "coda",
          "davfs",
          "gcsfuse",
          "glusterfs",
          "gpfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "rclone",
          "s3fs",
          "smb3",
          "smbfs",
          "sshfs",
          "webdav");

  private LocalDisk() {}

  /**
   * Judges by the directory, so that the file is not touched.
   *
   * @param file a real path, that of a database or of one to be created
   * @throws StorageException when the directory is on a network file system; what cannot be told is
   *     taken for local
   */
  static void require(Path file, DatabaseKind kind) {
    Path directory = file.getParent();
    Optional<String> type = directory == null ? Optional.empty() : type(directory);
    if (type.isPresent() && isOfNetwork(type.get())) {
      throw new StorageException(
          file
              + " is on a network file system ("
              + type.get()
              + "), where two machines could damage it: put the "
              + kind.noun()
              + " on a local disk, or on a PostgreSQL server");
    }
  }

  /** Nothing where there is no mount point to be found, as in some chroots. */
  private static Optional<String> type(Path directory) {
    try {
      FileStore store = Files.getFileStore(directory);
      return Optional.of(store.type());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static boolean isOfNetwork(String type) {
    return NETWORK_FILE_SYSTEMS.contains(
        type.startsWith(FUSE) ? type.substring(FUSE.length()) : type);
  }
}
