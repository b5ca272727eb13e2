/** Runs JMH benchmarks and other measurements in fresh JVMs, and reads their results. */
@NullMarked
package dev.arborist.adapters.jmh;

import org.jspecify.annotations.NullMarked;
