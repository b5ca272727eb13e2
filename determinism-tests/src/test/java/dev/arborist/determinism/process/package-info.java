/**
 * Real processes on one queue, in a file or on a server, killed and stopped as the world does it.
 */
@NullMarked
package dev.arborist.determinism.process;

import org.jspecify.annotations.NullMarked;
