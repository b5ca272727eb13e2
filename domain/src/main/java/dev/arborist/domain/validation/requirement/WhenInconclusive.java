package dev.arborist.domain.validation.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of a requirement that the measurements can neither prove nor refute. */
public enum WhenInconclusive {
  /** It fails the build: what is not proven is not promised. */
  FAIL,
  /** It is shown and fails nothing: an aim, not a promise. */
  WARN;

  /**
   * Reads a policy as requirements name it, {@code fail} or {@code warn}.
   *
   * @throws InvalidRequirementException when there is no such policy; the message lists them
   */
  public static WhenInconclusive parse(String text) {
    return Arrays.stream(values())
        .filter(policy -> policy.word().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequirementException(
                    "'"
                        + text
                        + "' does not say what becomes of what is inconclusive: use "
                        + Arrays.stream(values())
                            .map(WhenInconclusive::word)
                            .collect(Collectors.joining(" or "))));
  }

  /** The policy as requirements name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
