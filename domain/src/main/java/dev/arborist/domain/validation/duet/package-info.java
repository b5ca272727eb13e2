/** Two versions of a benchmark that run at the same time and take turns. */
@NullMarked
package dev.arborist.domain.validation.duet;

import org.jspecify.annotations.NullMarked;
