package dev.arborist.determinism.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.determinism.lab.Findings;
import dev.arborist.determinism.lab.LabReport;
import dev.arborist.determinism.matrix.OneByOne;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All faults of rendering at once, each of which must be seen on every JDK where it is looked for.
 * That nothing is seen without them is what {@code MatrixTest} shows.
 */
@ExtendWith(LabReport.class)
class RenderingCanaryTest {

  private static OneByOne made;

  @BeforeAll
  static void makeEverythingWithAllFaults(@TempDir Path directory) throws Exception {
    Path patched = directory.resolve("patched");
    for (RenderingFault fault : RenderingFaults.ALL) {
      fault.patch().compile(patched);
    }
    made = OneByOne.make(Files.createDirectory(directory.resolve("made")), patched);
  }

  static List<RenderingFault> faults() {
    return RenderingFaults.ALL;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void itIsFound(RenderingFault fault, Findings findings) {
    List<Integer> unseenOn = made.sameOn(fault.artefact(), fault.circumstance());
    findings.planted(fault.name(), unseenOn.isEmpty());
    assertEquals(
        List.of(),
        unseenOn,
        () -> fault + ": " + fault.artefact() + " is the same under " + fault.circumstance());
    System.out.println(
        "Found: " + fault + ": " + fault.artefact() + " differs under " + fault.circumstance());
  }
}
