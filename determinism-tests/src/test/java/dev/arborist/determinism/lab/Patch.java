package dev.arborist.determinism.lab;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A class of the product with some of its source replaced, compiled into a directory that a JVM can
 * be given before the product itself.
 *
 * <p>So faults can be planted without a switch in what ships.
 *
 * @param source the file below the project's directory
 * @param changes what is replaced; each must occur once
 */
public record Patch(String source, List<Change> changes) {

  /** A text, and the one in its place. */
  public record Change(String text, String replacement) {}

  /** A patch of one change. */
  public static Patch of(String source, String text, String replacement) {
    return new Patch(source, List.of(new Change(text, replacement)));
  }

  /** Another change of the same file. */
  public Patch and(String text, String replacement) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(text, replacement));
    return new Patch(source, List.copyOf(more));
  }

  /** Compiles it into a directory. */
  public void compile(Path classes) throws IOException {
    Path file = Path.of("..").resolve(source);
    String text = Files.readString(file);
    for (Change change : changes) {
      int at = text.indexOf(change.text());
      if (at < 0 || text.indexOf(change.text(), at + 1) >= 0) {
        throw new IllegalStateException(
            source + " does not hold this once, so that it cannot be replaced: " + change.text());
      }
      text = text.replace(change.text(), change.replacement());
    }
    Path patched = classes.resolve("src").resolve(file.getFileName());
    Files.createDirectories(patched.getParent());
    Files.writeString(patched, text);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "--release", // so that older JDKs run it too
              "17",
              "-nowarn",
              "-implicit:none",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(errors, files, null, options, null, files.getJavaFileObjects(patched))
              .call();
      if (!compiled) {
        throw new IllegalStateException(source + " cannot be compiled as patched:\n" + errors);
      }
    }
  }
}
