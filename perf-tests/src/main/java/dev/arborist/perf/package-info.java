/** The queue as the examiner's first patient: benchmarks, memory and repeated runs. */
@NullMarked
package dev.arborist.perf;

import org.jspecify.annotations.NullMarked;
