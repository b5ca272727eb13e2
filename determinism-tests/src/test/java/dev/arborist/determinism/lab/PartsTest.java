package dev.arborist.determinism.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.arborist.determinism.lab.Parts.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

  @TempDir Path directory;
  private final List<String> begun = new ArrayList<>();

  private Part part(String name, long count) {
    return new Part(
        name,
        () -> {
          begun.add(name);
          if (count < 0) {
            throw new Violation(name);
          }
          return Done.of("kills", count).and("parts", 1);
        });
  }

  private Done run(Part... parts) throws Exception {
    return Parts.keptIn(directory.resolve("calls")).run(1, List.of(parts));
  }

  @Test
  void whatWasInterruptedGoesOnWhereItWas() throws Exception {
    assertThrows(Violation.class, () -> run(part("a", 1), part("b", -1), part("c", 4)));
    assertEquals(List.of("a", "b"), begun);
    begun.clear();
    assertEquals(
        Done.of("kills", 7).and("parts", 3), run(part("a", 1), part("b", 2), part("c", 4)));
    assertEquals(List.of("b", "c"), begun);
  }

  @Test
  void aLineThatWasNotWrittenToItsEndIsDoneAgain() throws Exception {
    run(part("a", 1));
    Files.writeString(directory.resolve("calls"), "b\t12 ki", StandardOpenOption.APPEND);
    begun.clear();
    assertEquals(Done.of("kills", 3).and("parts", 2), run(part("a", 1), part("b", 2)));
    assertEquals(List.of("b"), begun);
    begun.clear();
    run(part("a", 1), part("b", 2));
    assertEquals(List.of(), begun, "the broken line did not spoil the next");
  }

  @Test
  void whatIsDoneIsReadAsItWasWritten() {
    Done done = Done.of("kills", 40).and("failures that refused something", 0);
    assertEquals(done, Done.parse(done.toString()));
    assertThrows(IllegalArgumentException.class, () -> Done.of("kills, stops", 1));
  }
}
