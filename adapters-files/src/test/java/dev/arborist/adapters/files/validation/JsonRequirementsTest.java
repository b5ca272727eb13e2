package dev.arborist.adapters.files.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.domain.validation.requirement.InvalidRequirementException;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.requirement.WhenInconclusive;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRequirementsTest {

  private static final String GOOD =
      """
      {
        "title": "A plan", "phases": [{"requirements": 1}],
        "inconclusive": "warn",
        "requirements": [
          {
            "id": "NFR001",
            "title": "It is fast",
            "benchmark": "B.run",
            "params": {"tasks": 100, "shape": "chain", "big": true, "share": 0.10},
            "metric": "mean",
            "limit": "100 ms"
          },
          {"id": "NFR002", "title": "It is fast", "benchmark": "B.run", "metric": "mean",
           "limit": "1.5", "relativeTo": "Raw.run", "inconclusive": "fail"}
        ]
      }
      """;

  private static List<Requirement> load(String json) {
    return new JsonRequirements("plan.json", json).load();
  }

  @Test
  void theRequirementsOfADocumentAreReadInTheirOrder() {
    List<Requirement> read = load(GOOD);
    assertEquals(List.of("NFR001", "NFR002"), read.stream().map(Requirement::id).toList());
    assertEquals(
        Map.of("tasks", "100", "shape", "chain", "big", "true", "share", "0.10"),
        read.get(0).params());
    assertEquals(WhenInconclusive.WARN, read.get(0).whenInconclusive());
    assertEquals(WhenInconclusive.FAIL, read.get(1).whenInconclusive());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"100 ms\" | \"100 mss\" | :11: 'mss' is not a unit: use one of ns, us",
        "\"100 ms\" | 100 | :11: 'limit' is not a text",
        "\"metric\": \"mean\", | \"metrik\": \"mean\", | 'metrik' is not known: use id, title",
        "\"id\": \"NFR002\" | \"id\": \"NFR001\" | :13: the id 'NFR001' stands in line 5 already",
        "\"tasks\": 100 | \"tasks\": [100] | :9: the parameter 'tasks' is no single value",
        "\"warn\" | \"maybe\" | :3: 'maybe' does not say what becomes of what is inconclusive",
        "\"requirements\": [ | \"requirement\": [ | there is no requirement: write an array",
        "\"title\": \"It | \"title\": \"A\", \"title\": \"It | this is not JSON: Duplicate field",
        "\"benchmark\": \"B.run\", | \"benchmark\": {\"a\": {}}, | 'benchmark' is not a text",
      })
  void aMistakeIsNamedWithItsLineAndWhatIsAllowed(String good, String bad, String problem) {
    assertTrue(GOOD.contains(good), good);
    var refused =
        assertThrows(
            InvalidRequirementException.class,
            () ->
                load(
                    GOOD.replaceFirst(
                        java.util.regex.Pattern.quote(good),
                        java.util.regex.Matcher.quoteReplacement(bad))));
    assertTrue(refused.getMessage().startsWith("plan.json:"), refused.getMessage());
    assertTrue(refused.getMessage().contains(problem), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"requirements\": []}", "[]", "7"})
  void whatFollowsTheDocumentIsNotPassedOver(String more) {
    int lines = (int) GOOD.lines().count();
    var refused = assertThrows(InvalidRequirementException.class, () -> load(GOOD + more));
    assertEquals(
        "plan.json:"
            + (lines + 1)
            + ": something follows the end of the document: keep one in each file",
        refused.getMessage());
    var broken = assertThrows(InvalidRequirementException.class, () -> load(GOOD + "}"));
    assertTrue(broken.getMessage().contains("this is not JSON"), broken.getMessage());
    assertEquals(2, load(GOOD + "\n \n").size());
  }

  @Test
  void whatIsTooDeepIsRefused() {
    String deep = "{\"requirements\": " + "[".repeat(1_001);
    var refused = assertThrows(InvalidRequirementException.class, () -> load(deep));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    assertTrue(refused.getMessage().startsWith("plan.json"), refused.getMessage());
  }

  @Test
  void whatIsNoDocumentIsRefused() {
    for (String json : List.of("", "[]", "{}", "{\"requirements\": []}", GOOD.substring(0, 200))) {
      var refused = assertThrows(InvalidRequirementException.class, () -> load(json), json);
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }
}
