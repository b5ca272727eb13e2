package dev.arborist.application.port.in;

/**
 * What an import added.
 *
 * @param count how many tasks
 * @param first the lowest number among them, 0 when there were none
 * @param last the highest number among them, 0 when there were none
 */
public record ImportSummary(int count, long first, long last) {}
