package dev.arborist.determinism.matrix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files of one directory, of each of which a hash is printed. */
final class Artefacts {

  private final Path directory;

  /** What writes one of them. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  Artefacts(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** Makes one; its name is printed behind its hash. */
  void put(String name, Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(bytes);
    Files.write(directory.resolve(name), bytes.toByteArray());
    System.out.println(Hashes.line(sha256(bytes.toByteArray()), name));
  }

  /** Makes one of a text. */
  void put(String name, String text) throws IOException {
    put(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
