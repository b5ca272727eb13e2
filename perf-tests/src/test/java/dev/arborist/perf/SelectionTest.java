package dev.arborist.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arborist.adapters.files.validation.TomlRequirements;
import dev.arborist.cli.Examination;
import dev.arborist.domain.validation.report.Verdict;
import dev.arborist.domain.validation.requirement.Requirement;
import dev.arborist.domain.validation.sample.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

  private static final String TREE = "dev.arborist.perf.TreeBenchmark.render";
  private static final String KEY = "dev.arborist.perf.KeyProbe.frame";

  private static void choose(String regex) {
    System.setProperty("perf.only", regex);
  }

  @AfterEach
  void chooseAll() {
    System.clearProperty("perf.only");
  }

  private static Requirement requirementOn(String benchmark) {
    return new TomlRequirements(Path.of("requirements.toml"))
        .load().stream().filter(one -> one.benchmark().equals(benchmark)).findFirst().get();
  }

  /** Reports print whole names, requirements have the last segments. */
  @ParameterizedTest
  @ValueSource(strings = {"Tree", "^dev.arborist.perf.Tree", "TreeBenchmark.render$", "(Tree|Key)"})
  void aBenchmarkIsFoundByAnyPartOfItsName(String regex) {
    choose(regex);
    String included = Selection.chosen().narrow(PerfRun.included(PerfProfile.QUICK));
    assertTrue(Pattern.compile(included).matcher(TREE).find(), included);
    assertFalse(Pattern.compile(included).matcher("dev.arborist.perf.PlanBenchmark.a").find());
  }

  /** Without the rulers nobody would see that it was another machine. */
  @Test
  void ofABaselineThereIsLeftWhatIsMeasuredAndTheRulers() throws Exception {
    choose("^dev.arborist.perf.TreeBenchmark");
    Verdict baseline = Examination.load(Path.of("baseline.json"));
    List<String> left =
        Selection.chosen().of(baseline).series().stream()
            .map(Series::benchmark)
            .distinct()
            .toList();
    assertTrue(left.stream().anyMatch(name -> name.startsWith("arborist.ruler.")), left.toString());
    assertTrue(left.stream().anyMatch(name -> name.startsWith("dev.")), left.toString());
    assertTrue(left.stream().noneMatch(name -> name.contains("KeyProbe")), left.toString());
    chooseAll();
    assertEquals(baseline, Selection.chosen().of(baseline));
  }

  @Test
  void aRequirementIsJudgedWhenWhatItIsAboutIsMeasured() {
    Requirement requirement = requirementOn("KeyProbe.frame");
    choose("dev.arborist.perf.KeyProbe");
    assertTrue(Selection.isWanted(requirement, List.of(KEY)));
    assertFalse(Selection.isWanted(requirement, List.of(TREE)));
    chooseAll();
    assertTrue(Selection.isWanted(requirement, List.of()), "that it is missing is found out");
  }

  @Test
  void whatIsRelativeToAnotherBenchmarkNeedsBoth() {
    choose("Enqueue");
    Requirement relative =
        new TomlRequirements(Path.of("requirements-thorough.toml"))
            .load().stream().filter(one -> one.id().equals("NFR061")).findFirst().get();
    String own = "dev.arborist.perf." + relative.benchmark();
    String other = "dev.arborist.perf." + relative.yardstick().benchmark();
    assertEquals("RawLoopBenchmark.enqueue", relative.yardstick().benchmark());
    assertFalse(Selection.isWanted(relative, List.of(own)));
    assertTrue(Selection.isWanted(relative, List.of(other, own)));
  }
}
