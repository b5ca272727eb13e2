package dev.arborist.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/**
 * Tells whether a reader has gone. Java knows it by a text alone, which the system gives in the
 * language of its user.
 */
final class BrokenPipe {

  private static final String ENGLISH = "Broken pipe";

  private BrokenPipe() {}

  /** What is thrown where Java itself has other words for it. */
  static IOException of(IOException cause) {
    return new IOException(ENGLISH, cause);
  }

  /** Whether something failed because the reader of what was written has closed it. */
  static boolean isIn(Throwable failure) {
    if (!(failure instanceof IOException)) {
      return false;
    }
    String message = String.valueOf(failure.getMessage());
    return message.contains(ENGLISH) || message.equals(inWordsOfSystem());
  }

  /** Breaks a pipe, to hear what the system says of it. */
  private static String inWordsOfSystem() {
    Pipe pipe;
    try {
      pipe = Pipe.open();
      pipe.source().close();
    } catch (IOException e) {
      return ENGLISH; // where no file can be opened any more, what failed may have failed for that
    }
    try (Pipe.SinkChannel sink = pipe.sink()) {
      sink.write(ByteBuffer.allocate(1));
      return ENGLISH;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
