/** Priorities computed from integers, so that they index and repeat. */
@NullMarked
package dev.arborist.domain.priority;

import org.jspecify.annotations.NullMarked;
