package dev.arborist.domain.upkeep;

/**
 * Something that is wrong with a queue.
 *
 * @param problem what is wrong, in one line that names the task where there is one
 * @param repairable whether it is a derived value that can be computed afresh
 */
public record Finding(String problem, boolean repairable) {}
