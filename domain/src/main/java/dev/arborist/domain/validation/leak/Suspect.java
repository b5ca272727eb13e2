package dev.arborist.domain.validation.leak;

/**
 * A class whose instances became more while memory leaked.
 *
 * @param className as the histogram names it
 * @param bytesGrown by how many bytes all its instances together grew
 * @param instancesGrown by how many its instances became more; negative when there are fewer, but
 *     larger
 */
public record Suspect(String className, long bytesGrown, long instancesGrown) {}
