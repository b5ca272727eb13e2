/** The run of the suite as tests. */
@NullMarked
package dev.arborist.perf;

import org.jspecify.annotations.NullMarked;
