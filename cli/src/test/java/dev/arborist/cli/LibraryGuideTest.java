package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide for Java programs is compiled and run, block by block on one queue. */
class LibraryGuideTest {

  private static final Path GUIDE = Path.of("../docs/guide/library.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final String IMPORTS =
      """
      import dev.arborist.*;
      import dev.arborist.adapters.sqlite.Durability;
      import dev.arborist.application.port.in.*;
      import dev.arborist.domain.history.*;
      import dev.arborist.domain.priority.*;
      import dev.arborist.domain.task.*;
      import dev.arborist.domain.tree.*;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.time.Instant;
      import java.util.List;
      import java.util.Optional;
      """;

  @TempDir Path directory;

  @Test
  void theDependencyIsTheModuleOfThisBuild() throws Exception {
    String module = Files.readString(Path.of("../arborist/pom.xml"));
    Pattern coordinates =
        Pattern.compile(
            "<groupId>(.*)</groupId>\\s*<artifactId>(.*)</artifactId>\\s*<version>(.*)</version>");
    Matcher parent = coordinates.matcher(module);
    Matcher dependency = coordinates.matcher(Files.readString(GUIDE));
    assertTrue(parent.find() && dependency.find());
    assertEquals(parent.group(1), dependency.group(1));
    assertTrue(module.contains("\n  <artifactId>" + dependency.group(2) + "</artifactId>"));
    assertEquals(parent.group(3), dependency.group(3));
  }

  @Test
  void everyBlockCompilesAndRuns() throws Exception {
    List<String> methods = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(GUIDE));
    while (block.find()) {
      int number = methods.size();
      methods.add("public static void block" + number + "(Path path) {\n" + block.group(1) + "}\n");
    }
    assertTrue(methods.size() > 5, "the guide shows little code");
    Path source = directory.resolve("Guide.java");
    Files.writeString(
        source, IMPORTS + "public class Guide {\n" + String.join("", methods) + "}\n");
    compile(source);
    Path queue = directory.resolve("queue.db");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> guide = loader.loadClass("Guide");
      for (int i = 0; i < methods.size(); i++) {
        guide.getMethod("block" + i, Path.class).invoke(null, queue);
      }
    }
  }

  private void compile(Path source) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertEquals("", messages.toString());
      assertTrue(compiled);
    }
  }
}
