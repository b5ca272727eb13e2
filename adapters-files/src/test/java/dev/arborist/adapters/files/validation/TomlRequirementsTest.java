package dev.arborist.adapters.files.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.Yardstick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlRequirementsTest {

  private static final String GOOD =
      """
      # comment
      [[requirement]]
      id = "NFR001"
      title = "It is fast"
      benchmark = "B.run"
      params = { tasks = 100, shape = "chain" }
      metric = "mean"
      limit = "100 ms"
      """;

  @TempDir Path directory;

  private List<Requirement> load(String text) throws IOException {
    return new TomlRequirements(Files.writeString(directory.resolve("nfr.toml"), text)).load();
  }

  @Test
  void requirementsAreReadInTheirOrder() throws IOException {
    List<Requirement> read = load(GOOD + GOOD.replace("NFR001", "NFR002"));
    assertEquals(List.of("NFR001", "NFR002"), read.stream().map(Requirement::id).toList());
    assertEquals(Map.of("tasks", "100", "shape", "chain"), read.get(0).params());
    assertEquals(1e8, read.get(0).limit().kept());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit = \"100 ms\" | limit = \"100 mss\" | 8: 'mss' is not a unit: use one of ns, us, ms",
        "limit = \"100 ms\" | limit = \"fast\" | 8: 'fast' is not a limit",
        "limit = \"100 ms\" | limit = 100 | 8: 'limit' is not a text",
        "limit = \"100 ms\" | limit = \"100 MB\" | 2: the limit '100 MB' does not fit the metric",
        "metric = \"mean\" | metric = \"avg\" | 7: 'avg' is not a metric: use one of mean, median",
        "metric = \"mean\" | metrik = \"mean\" | 7: 'metrik' is not known: use id, title",
        "id = \"NFR001\" | # | 2: 'id' is missing",
        "id = \"NFR001\" | id = \" \" | 2: a requirement needs an id",
        "params = { | params = 3 # | 6: 'params' is no table",
        "tasks = 100 | tasks = [1] | 6: the parameter 'tasks' is no single value",
        "[[requirement]] | [requirement] | : there is no requirement",
        "[[requirement]] | [[requirements]] | 2: 'requirements' is not known",
        "id = \"NFR001\" | id = NFR001 | 3: Unexpected",
        "# comment | \"my limits\" = 1 | 1: 'my limits' is not known",
        "# comment | \"\" = 1 | 1: '' is not known",
        "It is fast | It is \\u15 fast | 4: Invalid unicode escape sequence",
        "It is fast | It is \\U0001F60 fast | 4: Invalid unicode escape sequence",
      })
  void aMistakeIsNamedWithItsLineAndWhatIsAllowed(String good, String bad, String problem) {
    var refused =
        assertThrows(InvalidRequirementException.class, () -> load(GOOD.replace(good, bad)));
    String expected = problem.startsWith(":") ? problem : ":" + problem;
    assertTrue(refused.getMessage().contains("nfr.toml" + expected), refused.getMessage());
  }

  @Test
  void aBackslashBeforeTheUnfinishedEscapeIsNoneOfIt() {
    String bad = GOOD.replace("fast", "\\\\u15").replace("B.run", "\\u15");
    var refused = assertThrows(InvalidRequirementException.class, () -> load(bad));
    assertTrue(refused.getMessage().contains(":5: Invalid unicode"), refused.getMessage());
  }

  private static final String RELATIVE =
      """
      [[requirement]]
      id = "NFR001"
      title = "It is fast"
      benchmark = "B.run"
      metric = "mean"
      limit = "150 %"
      relativeTo = "Raw.run"
      relativeParams = { tasks = 10 }
      """;

  @Test
  void aLimitMayBeRelativeToAnotherBenchmark() throws IOException {
    Requirement read = load(RELATIVE).get(0);
    assertEquals(new Yardstick("Raw.run", new TreeMap<>(Map.of("tasks", "10"))), read.yardstick());
    Requirement bare = load(RELATIVE.replace("relativeParams", "#")).get(0);
    assertEquals(new Yardstick("Raw.run", new TreeMap<>()), bare.yardstick());
    assertNull(load(GOOD).get(0).yardstick());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relativeTo = \"Raw.run\" | # | 8: 'relativeParams' needs 'relativeTo'",
        "relativeTo = \"Raw.run\" | relativeTo = \"\" | 7: what a requirement is relative to is empty",
        "relativeTo = \"Raw.run\" | relativeTo = 1 | 7: 'relativeTo' is not a text",
        "{ tasks = 10 } | 10 | 8: 'relativeParams' is no table",
        "limit = \"150 %\" | limit = \"10 ms\" | 1: the limit '10 ms' is relative to another",
        "metric = \"mean\" | metric = \"passRate\" | 1: the metric 'passRate' is not compared",
      })
  void aMistakeInAComparisonIsNamed(String good, String bad, String problem) {
    var refused =
        assertThrows(InvalidRequirementException.class, () -> load(RELATIVE.replace(good, bad)));
    assertTrue(refused.getMessage().contains("nfr.toml:" + problem), refused.getMessage());
  }

  @Test
  void noRequirementIsNoRequirementsFile() {
    assertThrows(InvalidRequirementException.class, () -> load("requirement = []"));
    assertThrows(InvalidRequirementException.class, () -> load(""));
  }

  @Test
  void anIdStandsOnce() {
    var refused = assertThrows(InvalidRequirementException.class, () -> load(GOOD + GOOD));
    assertTrue(
        refused.getMessage().contains(":10: the id 'NFR001' stands in line 2 already"),
        refused.getMessage());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("none.toml");
    var refused =
        assertThrows(InvalidRequirementException.class, () -> new TomlRequirements(missing).load());
    assertTrue(refused.getMessage().contains("none.toml: it cannot be read"), refused.getMessage());
  }
}
