/** Small faults in the product's classes, each of which a test must find. */
@NullMarked
package dev.arborist.determinism.mutation;

import org.jspecify.annotations.NullMarked;
