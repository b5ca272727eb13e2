/** Planted faults, each of which the laboratory must find. */
@NullMarked
package dev.arborist.determinism.canary;

import org.jspecify.annotations.NullMarked;
