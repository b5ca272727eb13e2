package dev.arborist.domain.validation.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which classes a leak consists of, by comparing the live heap before and after. */
public final class ClassGrowth {

  private static final Comparator<Suspect> MOST_GROWN_FIRST =
      Comparator.comparingLong(Suspect::bytesGrown).reversed().thenComparing(Suspect::className);

  private ClassGrowth() {}

  /**
   * Names the classes that grew the most in bytes, the largest growth first, equal ones by name.
   *
   * @param limit how many to name at most
   * @return fewer than the limit when fewer grew at all
   */
  public static List<Suspect> suspects(ClassHistogram before, ClassHistogram after, int limit) {
    List<Suspect> grown = new ArrayList<>();
    after
        .bytes()
        .forEach(
            (name, bytes) -> {
              long bytesGrown = bytes - before.bytes().getOrDefault(name, 0L);
              long instancesGrown =
                  after.instances().getOrDefault(name, 0L)
                      - before.instances().getOrDefault(name, 0L);
              if (bytesGrown > 0) {
                grown.add(new Suspect(name, bytesGrown, instancesGrown));
              }
            });
    return grown.stream().sorted(MOST_GROWN_FIRST).limit(limit).toList();
  }
}
