package dev.arborist.domain.planted;

import java.io.File;

/** Planted: the domain does no input or output. */
public final class OpensAFile {

  private OpensAFile() {}

  static boolean look() {
    return new File("x").exists();
  }
}
