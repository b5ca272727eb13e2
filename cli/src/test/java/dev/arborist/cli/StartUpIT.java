package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.arborist.cli.Checkout.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the build makes for a sooner start is used where it belongs, and nowhere else in the way.
 */
class StartUpIT {

  private static final Path JDKS = Path.of("/usr/lib/jvm");
  private static final Path HOME = Path.of(System.getProperty("java.home"));
  private static final Pattern MAJOR = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

  @TempDir Path directory;
  @TempDir Path elsewhere;

  private String shown = "";

  @BeforeEach
  void createTheQueue() {
    CommandLineFixture arborist = new CommandLineFixture(directory);
    arborist.done("init");
    arborist.done("add", "Write the parser");
    shown = arborist.done("tree");
  }

  private static Path jdk(IntPredicate wanted) throws IOException {
    if (Files.isDirectory(JDKS)) {
      try (Stream<Path> places = Files.list(JDKS)) {
        for (Path place : places.sorted().toList()) {
          Path release = place.resolve("release");
          if (Files.exists(release) && Files.isExecutable(place.resolve("bin/jar"))) {
            Matcher major = MAJOR.matcher(Files.readString(release));
            if (major.find() && wanted.test(Integer.parseInt(major.group(1)))) {
              return place;
            }
          }
        }
      }
    }
    return abort("no such JDK in " + JDKS);
  }

  private void assertShown(Start start) {
    assertEquals(shown, start.out());
  }

  @Test
  void theBuildHasArchivedTheClassesOfACommand() throws Exception {
    Start start = Checkout.REAL.tree(directory);
    assertShown(start);
    assertTrue(start.isFromTheArchive(), start::toString);
  }

  @Test
  void anotherJdkUsesItsOwnArchive() throws Exception {
    Path other = jdk(major -> major != Runtime.version().feature() && major >= 17);
    Start start = Checkout.REAL.tree(directory, other, Map.of());
    assertShown(start);
    assertTrue(start.isFromTheJdk(), start::toString);
  }

  @Test
  void anArchiveThatWasMovedIsNotUsed() throws Exception {
    Start start = Checkout.copy(elsewhere, true).tree(directory);
    assertShown(start);
    assertTrue(start.isFromTheJdk(), start::toString);
  }

  @Test
  void anArchiveOfAnEarlierJarIsNotUsed() throws Exception {
    Checkout checkout = Checkout.copy(elsewhere, false);
    assertEquals("", checkout.prepare(HOME));
    assertTrue(checkout.tree(directory).isFromTheArchive());
    FileTime made = Files.getLastModifiedTime(checkout.startUp().resolve("made-for"));
    Files.setLastModifiedTime(checkout.jar(), FileTime.fromMillis(made.toMillis() + 1_000));
    Start start = checkout.tree(directory);
    assertShown(start);
    assertTrue(start.isFromTheJdk(), start::toString);
  }

  @Test
  void aJdkThatWasUpdatedInPlaceUsesItsOwnArchive() throws Exception {
    Checkout checkout = Checkout.copy(elsewhere, false);
    assertEquals("", checkout.prepare(HOME));
    Path madeFor = checkout.startUp().resolve("made-for");
    Files.writeString(
        madeFor, Files.readString(madeFor).replaceFirst("VERSION=\"", "VERSION=\"0."));
    Start start = checkout.tree(directory);
    assertShown(start);
    assertTrue(start.isFromTheJdk(), start::toString);
  }

  @Test
  void aJarAloneRuns() throws Exception {
    Start start = Checkout.copy(elsewhere, false).tree(directory);
    assertShown(start);
    assertTrue(start.isFromTheJdk(), start::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Xshare:off", "-Xshare:auto", "-XX:-UseCompressedOops", "-Xbootclasspath/a:none"})
  void optionsThatDoNotGoWithAnArchiveAreNoTrouble(String option) throws Exception {
    assertShown(Checkout.REAL.tree(directory, HOME, Map.of("ARBORIST_JAVA_OPTS", option)));
  }

  @Test
  void aJdkFrom25OnHasACacheOfItsOwnKind() throws Exception {
    Path later = jdk(major -> major >= 25);
    Checkout checkout = Checkout.copy(elsewhere, false);
    assertEquals("", checkout.prepare(later));
    assertTrue(Files.exists(checkout.startUp().resolve("classes.aot")));
    Start start = checkout.tree(directory, later, Map.of());
    assertShown(start);
    assertTrue(start.archived() > 1_000, start::toString);
    for (String option : new String[] {"-Xshare:auto", "-XX:-UseCompressedOops"}) {
      assertShown(checkout.tree(directory, later, Map.of("ARBORIST_JAVA_OPTS", option)));
    }
    assertShown(checkout.tree(directory, HOME, Map.of()));
  }

  @Test
  void noLibraryIsUnpackedAtAStart() throws Exception {
    String option = "-Djava.io.tmpdir=" + elsewhere.resolve("none"); // where nothing can be written
    assertShown(Checkout.REAL.tree(directory, HOME, Map.of("ARBORIST_JAVA_OPTS", option)));
  }

  @Test
  void whatCannotBeMadeIsToldInOneLine() throws Exception {
    Checkout colon = Checkout.copy(Files.createDirectory(elsewhere.resolve("a:b")), false);
    assertTold("for two paths", colon.prepare(HOME));
    Checkout checkout = Checkout.copy(Files.createDirectory(elsewhere.resolve("c")), false);
    assertTold("could not be unpacked", checkout.prepare(elsewhere.resolve("none")));
    Files.writeString(checkout.jar(), "no jar");
    assertTold("could not be unpacked", checkout.prepare(HOME));
    assertFalse(Files.exists(checkout.startUp().resolve("made-for")));
  }

  private static void assertTold(String reason, String printed) {
    assertEquals(1, printed.lines().count(), printed);
    assertTrue(printed.startsWith("[WARNING] arborist will start later"), printed);
    assertTrue(printed.contains(reason), printed);
  }
}
