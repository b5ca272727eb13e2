package dev.arborist.determinism.process;

import dev.arborist.determinism.lab.Lab;

/** Real processes on one file. */
class FileHammerTest extends HammerContract {

  FileHammerTest() {
    super(Lab.count(5_000, 100_000));
  }

  @Override
  String place() {
    return directory.resolve("queue.db").toString();
  }
}
