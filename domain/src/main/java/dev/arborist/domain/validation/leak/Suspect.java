package dev.arborist.domain.validation.leak;

import java.util.Comparator;

/**
 * A class whose instances became more while memory leaked.
 *
 * @param className as the histogram names it
 * @param bytesGrown by how many bytes all its instances together grew
 * @param instancesGrown by how many its instances became more; negative when there are fewer, but
 *     larger
 */
public record Suspect(String className, long bytesGrown, long instancesGrown) {

  /** The largest growth first, equal ones by name. */
  public static final Comparator<Suspect> MOST_GROWN_FIRST =
      Comparator.comparingLong(Suspect::bytesGrown).reversed().thenComparing(Suspect::className);

  /** The growth of the same class here and elsewhere. */
  public Suspect plus(Suspect other) {
    return new Suspect(
        className, bytesGrown + other.bytesGrown, instancesGrown + other.instancesGrown);
  }
}
