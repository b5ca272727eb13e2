/**
 * The oracle: a naive model of the queue, and random operations on which the queue must agree with
 * it.
 *
 * <p>The model shares no transition with the queue, only values and the arithmetic of priorities,
 * so that a mistake in one is seen in the other. It is written to be read beside the description of
 * the semantics, not to be quick.
 */
@NullMarked
package dev.arborist.testkit.oracle;

import org.jspecify.annotations.NullMarked;
