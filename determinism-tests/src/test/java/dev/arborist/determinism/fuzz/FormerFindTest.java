package dev.arborist.determinism.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arborist.determinism.lab.LabReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was found once is tried in each build, whatever the seeds make of it. */
@ExtendWith(LabReport.class)
class FormerFindTest {

  private static final int USAGE = 2;

  private static Template template;

  @BeforeAll
  static void make(@TempDir Path directory) throws IOException {
    template = Template.make(directory);
  }

  static List<FormerFind> finds() {
    return FormerFind.all(template);
  }

  @ParameterizedTest
  @MethodSource("finds")
  void whatWasFoundOnceIsNotFoundAgain(FormerFind find, @TempDir Path directory)
      throws IOException {
    FuzzCase one = find.one();
    Path own = directory.resolve("place");
    try (Workplace place = new Workplace(own, template, one.start())) {
      assertEquals(USAGE, place.run(one, true, new Tally()), one::toString);
    }
  }
}
