package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where the user may not do what a command needs. */
class PermissionsTest {

  /** With this in front even root is held to the permissions of files. */
  private static final List<String> POWERLESS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @TempDir Path directory;
  private Path holder;
  private Path queue;

  @BeforeEach
  void aQueue() throws IOException {
    directory = directory.toRealPath();
    holder = directory.resolve(".arborist");
    queue = holder.resolve("queue.db");
    CommandLineFixture arborist = new CommandLineFixture(directory);
    arborist.done("init");
    arborist.done("add", "a");
  }

  @AfterEach
  void open() throws IOException {
    permit(holder, "rwxr-xr-x");
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** What a command that fails as a failure of storage says. */
  private String refused(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      requireSetpriv();
      command.addAll(POWERLESS);
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(directory, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().remove("ARBORIST_DB");
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    String text = Files.readString(said);
    assertEquals(ExitCode.STORAGE, process.exitValue(), text);
    return text;
  }

  private static void requireSetpriv() throws InterruptedException {
    try {
      new ProcessBuilder("setpriv", "--version").start().waitFor();
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail("this test needs setpriv: install it");
      }
      abort("no setpriv here, so root is held to nothing");
    }
  }

  @Test
  void aQueueThatCanOnlyBeReadSaysWhyThatIsNotEnough() throws Exception {
    String needed =
        "SQLite's write-ahead log needs write permission on the file and its directory, also to"
            + " read; check both, and that the disk is not mounted read-only\n";
    permit(holder, "r-xr-xr-x");
    assertEquals("arborist: cannot read " + queue + ": " + needed, refused("list"));
    permit(queue, "r--r--r--");
    assertEquals("arborist: cannot read " + queue + ": " + needed, refused("list"));
  }

  @Test
  void whatStandsInTheWayOfTheLogIsLookedForBesideTheFile() throws Exception {
    Files.createDirectory(holder.resolve("queue.db-wal"));
    assertEquals(
        "arborist: cannot read "
            + queue
            + ": SQLite cannot open the file or one beside it; its write-ahead log needs write"
            + " permission on the file and its directory, also to read; check both, and that the"
            + " disk is not mounted read-only\n",
        refused("list"));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNoPlaceForANewQueue() throws Exception {
    permit(holder, "r-xr-xr-x");
    Path place = holder.resolve("deeper/queue.db");
    assertEquals(
        "arborist: cannot create "
            + place
            + ": access is denied at "
            + place.getParent()
            + "; choose a path that can be written\n",
        refused("init", "--db", place.toString()));
    Path below = queue.resolve("queue.db");
    assertEquals(
        "arborist: cannot create "
            + below
            + ": "
            + queue
            + " is not a directory; choose a path that can be written\n",
        refused("init", "--db", below.toString()));
  }

  @Test
  void aClosedDirectoryIsNotTakenForNone() throws Exception {
    permit(holder, "---------");
    assertEquals(
        "arborist: " + holder + " cannot be looked into; check its permissions\n", refused("list"));
    assertEquals(
        "arborist: cannot look at "
            + queue
            + ": access is denied; check its permissions and those of the directories above\n",
        refused("list", "--db", queue.toString()));
  }
}
