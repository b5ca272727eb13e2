package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.arborist.adapters.files.validation.LaboratoryJson;
import dev.arborist.adapters.jmh.machine.WorkTree;
import dev.arborist.domain.validation.report.Laboratory;
import dev.arborist.domain.validation.report.Laboratory.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationLaboratoryTest {

  @TempDir Path directory;
  private Path source;
  private Path report;

  @BeforeEach
  void commit() throws Exception {
    source = Files.createDirectory(directory.resolve("source"));
    report = directory.resolve("report.json");
    Files.writeString(source.resolve("a.txt"), "one");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "--no-gpg-sign", "-m", "1");
  }

  private void git(String... arguments) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("git").directory(source.toFile());
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
    try {
      assertEquals(0, builder.start().waitFor());
    } catch (IOException e) {
      assumeTrue(false, "there is no git here");
    }
  }

  /** What a laboratory would write now. */
  private void report() throws IOException {
    Laboratory none = Laboratory.notRun("");
    Laboratory found =
        new Laboratory(
            "",
            WorkTree.of(source).orElseThrow().commit(),
            WorkTree.changes(source).orElseThrow(),
            "17",
            false,
            none.tests(),
            none.repetitions(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (OutputStream out = Files.newOutputStream(report)) {
      LaboratoryJson.write(found, out);
    }
  }

  private Laboratory found() throws IOException {
    return Examination.laboratory(report, source);
  }

  private void assertNotRun(String why) throws IOException {
    assertEquals(Status.NOT_RUN, found().status());
    assertTrue(found().absence().contains(why), found().absence());
  }

  @Test
  void aReportCountsAsLongAsTheSourceIsWhatItWasAbout() throws Exception {
    assertNotRun("there is no report");
    report();
    assertEquals(Status.INCOMPLETE, found().status());
    Files.writeString(source.resolve("a.txt"), "two");
    assertNotRun("another state of the source");
    report();
    assertEquals(Status.INCOMPLETE, found().status());
    Files.writeString(source.resolve("a.txt"), "six");
    assertNotRun("another state of the source");
  }

  @Test
  void whatIsNoReportIsToldInOneLine() throws Exception {
    Files.writeString(report, "{\n");
    assertNotRun("report.json:2: this is no JSON");
    Files.delete(report);
    Files.createDirectory(report);
    assertNotRun("cannot be read");
    assertEquals(1, found().absence().lines().count());
  }

  @Test
  void withoutARepositoryNoReportCanBeTheSources() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    assertTrue(Examination.laboratory(report, elsewhere).absence().contains("no git repository"));
  }
}
