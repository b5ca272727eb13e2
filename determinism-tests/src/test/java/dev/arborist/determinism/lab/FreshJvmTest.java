package dev.arborist.determinism.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TestExecutionListener;

class FreshJvmTest {

  /** Says who it is, and sleeps. */
  static final class Sleeper {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path file = Path.of(arguments[0]);
      Path whole = Files.writeString(Path.of(file + ".new"), "" + ProcessHandle.current().pid());
      Files.move(whole, file);
      TimeUnit.MINUTES.sleep(5);
    }
  }

  @TempDir Path directory;

  /** Else it would go on writing where everything is deleted. */
  @Test
  void whatRunsBesideAViolationIsGoneWhenTheViolationIsTold() throws IOException {
    Path pid = directory.resolve("pid");
    CountDownLatch interrupted = new CountDownLatch(1);
    Callable<Void> sleeping =
        () -> {
          try {
            new FreshJvm(Sleeper.class, pid.toString())
                .under("sh", "-c", "\"$@\"; exit $?", "sh")
                .run();
          } finally {
            interrupted.countDown();
          }
          return null;
        };
    Callable<Void> violating =
        () -> {
          while (!Files.exists(pid)) {
            TimeUnit.MILLISECONDS.sleep(10);
          }
          throw new Violation("told");
        };
    Violation told =
        assertThrows(Violation.class, () -> Parallel.run(2, List.of(violating, sleeping)));
    assertEquals("told", told.getMessage());
    assertEquals(0, interrupted.getCount(), "Parallel has waited");
    long running = Long.parseLong(Files.readString(pid));
    assertFalse(ProcessHandle.of(running).map(ProcessHandle::isAlive).orElse(false));
  }

  /** Says whether it keeps data on its performance, where others look whether it still lives. */
  static final class PerformanceData {
    public static void main(String[] arguments) {
      var diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      System.out.print(diagnostics.getVMOption("UsePerfData").getValue());
    }
  }

  @Test
  void nothingIsSaidOfLockedFilesByJvmsThatBeginAtOnce() throws Exception {
    FreshJvm jvm = new FreshJvm(PerformanceData.class);
    assertEquals(new FreshJvm.Result(0, "false"), jvm.run());
  }

  /** Each mutant would write the laboratory's report, and ask git what it is a report of. */
  @Test
  void testsOfOtherModulesAreNotHeardByTheLaboratory() throws IOException {
    FreshJvm jvm = new FreshJvm(Sleeper.class);
    assertEquals(1, listeners(jvm.classPath()));
    assertEquals(0, listeners(jvm.withoutLaboratory().classPath()));
  }

  private static int listeners(String classPath) throws IOException {
    int found = 0;
    for (String place : classPath.split(File.pathSeparator, -1)) {
      if (!Files.isRegularFile(Path.of(place))) {
        continue; // a module without classes of its own
      }
      try (JarFile jar = new JarFile(place)) {
        JarEntry services =
            jar.getJarEntry("META-INF/services/" + TestExecutionListener.class.getName());
        if (services != null
            && new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8)
                .contains(LabReport.class.getName())) {
          found++;
        }
      }
    }
    return found;
  }
}
