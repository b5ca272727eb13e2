package dev.arborist.application.port.out;

import java.nio.file.Path;
import java.util.List;

/** What is done to a store as a whole; any method may throw {@link StorageException}. */
public interface StoreUpkeep {

  /**
   * Writes a copy of the committed state to a file that does not exist, verifies it, and lets it
   * appear at its place only then.
   */
  void backup(Path target);

  /** Gives free space back; waits until no unit of work is under way, and others wait meanwhile. */
  void compact();

  /**
   * Lets the store check its own structure.
   *
   * @return one line for each thing that is wrong
   */
  List<String> verify();
}
