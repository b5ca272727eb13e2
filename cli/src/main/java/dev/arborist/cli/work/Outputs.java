package dev.arborist.cli.work;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where the programs' outputs go on to.
 *
 * @param out their standard output
 * @param err their standard error, among the worker's own lines
 */
record Outputs(OutputStream out, PrintStream err) {

  /** Passes standard output on as it comes; what one program writes at once stays together. */
  Pump.Sink forwardOut() {
    return (buffer, length) -> {
      synchronized (out) {
        out.write(buffer, 0, length);
        out.flush();
      }
    };
  }

  /** Passes standard error on as it comes, keeps its tail and ends its last line. */
  Pump.Sink forwardErr(Tail tail) {
    return new Pump.Sink() {

      private boolean inLine;

      @Override
      public void take(byte[] buffer, int length) throws IOException {
        tail.add(buffer, length);
        err.write(buffer, 0, length);
        inLine = buffer[length - 1] != '\n';
      }

      @Override
      public void end() {
        if (inLine) {
          err.println();
        }
      }
    };
  }
}
