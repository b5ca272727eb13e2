package dev.arborist.adapters.jmh.duet;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/** Somebody else's benchmarks: compiled with plain JMH into one jar that knows nothing of us. */
public final class ForeignJar {

  private static final List<String> LIBRARIES =
      List.of(
          "org.openjdk.jmh.Main",
          "joptsimple.OptionParser",
          "org.apache.commons.math3.util.FastMath");

  private ForeignJar() {}

  /**
   * Builds a jar.
   *
   * @param directory where; it holds nothing else of that name
   * @param source one public class in the package {@code foreign}
   */
  public static Path of(Path directory, String name, String className, String source)
      throws IOException {
    Path classes = Files.createDirectories(directory.resolve(name + "-classes"));
    compile(classes, className, source);
    Path jar = directory.resolve(name + ".jar");
    Set<String> written = new LinkedHashSet<>();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      out.setLevel(0);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String entry = classes.relativize(file).toString();
        written.add(entry);
        out.putNextEntry(new JarEntry(entry));
        Files.copy(file, out);
      }
      for (String library : LIBRARIES) {
        addAll(path(library), written, out);
      }
    }
    return jar;
  }

  private static void compile(Path classes, String className, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///foreign/" + className + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            problems,
            null,
            null,
            List.of("-d", classes.toString(), "-cp", path(LIBRARIES.get(0)).toString()),
            null,
            List.of(file));
    task.setProcessors(List.of(new BenchmarkProcessor()));
    if (!task.call()) {
      throw new IOException("the benchmarks do not compile: " + problems);
    }
  }

  private static Path path(String className) {
    try {
      return Path.of(
          Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addAll(Path library, Set<String> written, JarOutputStream out)
      throws IOException {
    try (JarFile jar = new JarFile(library.toFile(), false)) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && written.add(entry.getName())) {
          out.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
    }
  }

  /** The source of a class, with its package and what benchmarks import. */
  public static String source(String className, String members) {
    return """
        package foreign;

        import java.util.concurrent.TimeUnit;
        import org.openjdk.jmh.annotations.*;

        @State(Scope.Thread)
        @OutputTimeUnit(TimeUnit.MICROSECONDS)
        @BenchmarkMode(Mode.AverageTime)
        public class CLASS {
        MEMBERS
        }
        """
        .replace("CLASS", className)
        .replace("MEMBERS", members);
  }
}
