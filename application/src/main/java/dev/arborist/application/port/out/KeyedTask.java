package dev.arborist.application.port.out;

import dev.arborist.domain.task.TaskNumber;
import org.jspecify.annotations.Nullable;

/**
 * A stored task that has an idempotency key.
 *
 * @param number the task
 * @param key its key
 * @param fingerprint of what was asked for under the key; null when it came without one
 */
public record KeyedTask(TaskNumber number, String key, @Nullable Long fingerprint) {}
