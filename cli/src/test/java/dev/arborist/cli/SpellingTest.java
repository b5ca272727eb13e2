package dev.arborist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> COMMANDS =
      List.of(
          "init", "add", "claim", "complete", "list", "tree", "retry", "release", "prerequisites");

  @ParameterizedTest
  @CsvSource({
    "clam, claim", // one letter too few
    "claimm, claim", // too many
    "cleim, claim", // another
    "calim, claim", // two that changed places
    "CLAIM, claim",
    "compelte, complete",
    "prerequsits, prerequisites",
    "prereq, prerequisites",
    "lits, list",
    "li, list",
    "ad, add"
  })
  void aWordThatIsNearIsMeant(String typed, String meant) {
    assertEquals(Optional.of(meant), Spelling.nearest(typed, COMMANDS));
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "ls", "x", "l", "eert", "''", "--"})
  void aWordThatIsFarIsNotGuessed(String typed) {
    assertEquals(Optional.empty(), Spelling.nearest(typed, COMMANDS));
    assertEquals("", Spelling.hint(typed, COMMANDS));
  }

  @Test
  void dashesAreNoLetters() {
    List<String> options = List.of("-h", "--help", "--json", "--status", "--not-status");
    assertEquals(Optional.of("--status"), Spelling.nearest("--stauts", options));
    assertEquals(Optional.of("--json"), Spelling.nearest("-json", options));
    assertEquals(Optional.empty(), Spelling.nearest("-j", options));
  }

  @Test
  void theNearerOfTwoIsMeantAndOfEqualsTheFirst() {
    assertEquals(Optional.of("link"), Spelling.nearest("lik", List.of("list", "link")));
    assertEquals(Optional.of("pin"), Spelling.nearest("pinn", List.of("unpin", "pin")));
    assertEquals(Optional.of("aab"), Spelling.nearest("aa", List.of("aab", "aac")));
  }

  @Test
  void aTextIsNotCompared() {
    assertEquals(Optional.empty(), Spelling.nearest("a".repeat(1_000_000), COMMANDS));
  }
}
