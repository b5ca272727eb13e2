/** Real processes on one file, killed and stopped as the world does it. */
@NullMarked
package dev.arborist.determinism.process;

import org.jspecify.annotations.NullMarked;
