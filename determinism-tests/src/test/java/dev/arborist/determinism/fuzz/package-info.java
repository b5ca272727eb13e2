/** Arguments and files that nobody would write, and what the product says to them. */
@NullMarked
package dev.arborist.determinism.fuzz;

import org.jspecify.annotations.NullMarked;
