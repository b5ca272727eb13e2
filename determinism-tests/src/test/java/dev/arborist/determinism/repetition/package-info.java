/** The same input gives the same bytes, however often it is run. */
@NullMarked
package dev.arborist.determinism.repetition;

import org.jspecify.annotations.NullMarked;
