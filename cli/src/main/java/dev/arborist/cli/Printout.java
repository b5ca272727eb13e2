package dev.arborist.cli;

import dev.arborist.adapters.files.WholeFile.Content;
import dev.arborist.cli.Terminal.Output;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * What a command prints: to standard output, or wherever it is wanted, and as often as it is.
 *
 * @param standard standard output
 * @param content what is printed
 * @param isJson whether a program reads it
 */
record Printout(OutputStream standard, Content content, boolean isJson) implements Output {

  /** A text for people. */
  static Printout text(Terminal terminal, Supplier<String> text) {
    return text(
        terminal,
        out -> {
          out.write(text.get().getBytes(StandardCharsets.UTF_8));
          out.flush();
        });
  }

  /** What is written for people as it comes into being. */
  static Printout text(Terminal terminal, Content content) {
    return new Printout(terminal.out(), content, false);
  }

  /** JSON for programs. */
  static Printout json(Terminal terminal, Content content) {
    return new Printout(
        terminal.out(),
        out -> {
          OutputStream buffered = new BufferedOutputStream(out);
          content.writeTo(buffered);
          buffered.flush();
        },
        true);
  }

  /** What says nothing. */
  static Printout nothing(Terminal terminal) {
    return text(terminal, out -> {});
  }

  @Override
  public void write() throws IOException {
    writeTo(standard);
  }

  /** Writes it to a stream, which is flushed and stays open. */
  void writeTo(OutputStream out) throws IOException {
    content.writeTo(out);
  }
}
