package dev.arborist.adapters.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mockStatic;

import dev.arborist.application.port.out.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockedStatic;

/** The disks of the machine that tests are what all other tests use; a network is made up here. */
class LocalDiskTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "fuse.sshfs", "fuse.glusterfs"})
  void whatIsOfTheNetworkIsKnownByItsName(String type) {
    assertTrue(LocalDisk.isOfNetwork(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ext4",
        "xfs",
        "btrfs",
        "overlay",
        "tmpfs",
        "apfs",
        "NTFS",
        "fuseblk",
        "fuse.lxcfs"
      })
  void whatIsLocalIsNot(String type) {
    assertFalse(LocalDisk.isOfNetwork(type));
  }

  @Test
  void aQueueIsNeitherCreatedNorOpenedOnANetwork() {
    Path file = directory.resolve("queue.db");
    try (MockedStatic<LocalDisk> disk = mockStatic(LocalDisk.class, CALLS_REAL_METHODS)) {
      disk.when(() -> LocalDisk.isOfNetwork(any())).thenReturn(true);
      assertRefused(assertThrows(StorageException.class, () -> SqliteQueue.create(file)));
      assertFalse(Files.exists(file));
    }
    SqliteQueue.create(file);
    try (MockedStatic<LocalDisk> disk = mockStatic(LocalDisk.class, CALLS_REAL_METHODS)) {
      disk.when(() -> LocalDisk.isOfNetwork(any())).thenReturn(true);
      assertRefused(assertThrows(StorageException.class, () -> SqliteQueue.open(file)));
      assertRefused(
          assertThrows(
              StorageException.class, () -> SqliteDatabase.open(file, DatabaseKind.QUEUE)));
    }
    SqliteQueue.open(file).close();
  }

  private void assertRefused(StorageException refusal) {
    String message = refusal.getMessage();
    assertTrue(
        message.matches(
            ".*queue\\.db is on a network file system \\(.+\\), where two machines could damage it:"
                + " put the queue on a local disk, or on a PostgreSQL server"),
        message);
    assertEquals(1, message.lines().count());
  }
}
