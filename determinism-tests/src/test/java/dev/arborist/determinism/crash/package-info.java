/** A session that dies, or is failed, at every point at which it can be: nothing is left half. */
@NullMarked
package dev.arborist.determinism.crash;

import org.jspecify.annotations.NullMarked;
