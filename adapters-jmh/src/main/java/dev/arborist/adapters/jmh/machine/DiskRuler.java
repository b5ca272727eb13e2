package dev.arborist.adapters.jmh.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Records of 4 kB that are written to one file and forced to the disk one by one. */
final class DiskRuler implements Ruler {

  private static final int RECORD_BYTES = 4096;
  private static final int RECORDS = 10;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer record = ByteBuffer.allocateDirect(RECORD_BYTES);

  /**
   * Starts a file.
   *
   * @param directory where the file is until the ruler is closed
   */
  DiskRuler(Path directory) throws IOException {
    Files.createDirectories(directory);
    file = Files.createTempFile(directory, "ruler", ".bin");
    channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.write(record.clear(), 0);
  }

  @Override
  public int warmUps() {
    return 3;
  }

  @Override
  public int unitsPerRepetition() {
    return RECORDS;
  }

  @Override
  public double work() throws IOException {
    int written = 0;
    for (int i = 0; i < RECORDS; i++) {
      record.clear();
      record.putInt(0, i);
      written += channel.write(record, 0);
      channel.force(false);
    }
    return written;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
