package dev.arborist.adapters.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchesTest {

  private final List<String> launched = new ArrayList<>();
  private final Launches<String, Integer> launches = new Launches<>(List.of("a", "b", "c"));

  private Integer launch(String one, int number) {
    launched.add(one + number);
    return number;
  }

  @Test
  void launchesGoRound() {
    assertEquals(6, launches.missing(one -> 2));
    launches.fill(one -> 2, this::launch);
    assertEquals(List.of("a1", "b1", "c1", "a2", "b2", "c2"), launched);
    assertEquals(0, launches.missing(one -> 2));
  }

  @Test
  void onlyWhatIsWantedIsLaunchedAgainAndTheRestIsKept() {
    launches.fill(one -> 2, this::launch);
    launched.clear();
    assertEquals(4, launches.missing(one -> one.equals("b") ? 0 : 4));
    launches.fill(one -> one.equals("b") ? 0 : 4, this::launch);
    assertEquals(List.of("a3", "c3", "a4", "c4"), launched);
    assertEquals(
        Map.of("a", List.of(1, 2, 3, 4), "b", List.of(1, 2), "c", List.of(1, 2, 3, 4)),
        launches.results());
  }

  @Test
  void whatWasLaunchedBeforeAFailureIsNotLaunchedAgain() {
    assertThrows(
        IllegalStateException.class,
        () ->
            launches.fill(
                one -> 1,
                (one, number) -> {
                  if (one.equals("b")) {
                    throw new IllegalStateException("as told");
                  }
                  return launch(one, number);
                }));
    launches.fill(one -> 1, this::launch);
    assertEquals(List.of("a1", "b1", "c1"), launched);
  }

  @Test
  void casesMayWantDifferentNumbersOfLaunches() {
    launches.fill(one -> one.equals("a") ? 3 : 1, this::launch);
    assertEquals(List.of("a1", "b1", "c1", "a2", "a3"), launched);
  }
}
