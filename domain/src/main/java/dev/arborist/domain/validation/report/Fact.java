package dev.arborist.domain.validation.report;

/**
 * Something about a run that a reader should know.
 *
 * @param name what it is, such as {@code JVM}
 * @param value what it was
 */
public record Fact(String name, String value) {}
