/**
 * What the duet finds where the truth is known: the same code on both sides, and work that was
 * added.
 *
 * <p>It takes hours and is run now and then; docs/guide/duet.md says what came of it.
 */
@NullMarked
package dev.arborist.perf.campaign;

import org.jspecify.annotations.NullMarked;
