package dev.arborist.cli;

import dev.arborist.adapters.files.TaskJson;
import dev.arborist.domain.task.InvalidInputException;
import dev.arborist.domain.task.TextRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Texts and files that a command is to read, standard input among them. */
final class Inputs {

  /** Stands for standard input. */
  static final String NAME = "-";

  private final Terminal terminal;
  private final QueueOption queue;
  private @Nullable String taken;

  Inputs(Terminal terminal, QueueOption queue) {
    this.terminal = terminal;
    this.queue = queue;
  }

  /**
   * The argument itself, or what standard input holds when it is a dash.
   *
   * @throws InvalidInputException when standard input was read for another field already
   */
  String text(String field, String argument) throws IOException {
    if (!argument.equals(NAME)) {
      return argument;
    }
    if (taken != null) {
      throw new InvalidInputException(
          "standard input is the " + taken + " already: give the " + field + " in another way");
    }
    taken = field;
    return decode(field, terminal.in(), "standard input");
  }

  /**
   * The same of a text that must be JSON, and may be absent.
   *
   * @throws InvalidInputException when it is no JSON
   */
  @Nullable String json(String field, @Nullable String argument) throws IOException {
    if (argument == null) {
      return null;
    }
    String json = text(field, argument);
    TaskJson.requireJson(field, json);
    return json;
  }

  /** What a file, or standard input, holds. */
  String content(String field, String file) throws IOException {
    try (InputStream in = open(file)) {
      return decode(field, in, file.equals(NAME) ? "standard input" : file);
    }
  }

  /** A file that is not the queue itself, or standard input. */
  InputStream open(String file) throws IOException {
    if (file.equals(NAME)) {
      return terminal.in();
    }
    Path path = queue.path(file);
    if (!Files.isRegularFile(path) && !Files.isReadable(path)) {
      throw new InvalidInputException("there is no file " + file + " to read");
    }
    if (Files.isDirectory(path)) {
      throw new InvalidInputException(file + " is a directory: name a file");
    }
    queue.requireOther(path);
    return Files.newInputStream(path);
  }

  /** At most what the queue keeps of a text, and one byte more to tell that it is too long. */
  private static String decode(String field, InputStream in, String place) throws IOException {
    byte[] bytes = in.readNBytes(TextRules.TEXT_BYTES_MAX + 1);
    if (bytes.length > TextRules.TEXT_BYTES_MAX) {
      throw new InvalidInputException(
          "the " + field + " is too long: at most " + TextRules.TEXT_BYTES_MAX + " bytes are kept");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .stripTrailing();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(place + " is not UTF-8: convert it", e);
    }
  }
}
