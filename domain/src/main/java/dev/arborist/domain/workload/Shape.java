package dev.arborist.domain.workload;

/** How the tasks of a workload hang together. */
public enum Shape {
  /** Each task under a random earlier one, one in twenty at the top. */
  RANDOM,
  /** Ten children a task. */
  FAN_10,
  /** Each task under the one before. */
  CHAIN,
  /** All tasks under the first. */
  STAR
}
