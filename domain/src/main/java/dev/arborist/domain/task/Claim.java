package dev.arborist.domain.task;

import java.time.Instant;

/**
 * One task as a worker received it.
 *
 * @param details the whole task, RUNNING
 * @param token what the worker must present to complete or fail it
 * @param leaseUntil when the task goes back to the queue unless it was completed or failed before
 */
public record Claim(TaskDetails details, long token, Instant leaseUntil) {}
