package dev.arborist.cli;

import java.io.IOException;

/** Standard output could not be written. */
final class OutputException extends IOException {

  private static final long serialVersionUID = 1;

  OutputException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
