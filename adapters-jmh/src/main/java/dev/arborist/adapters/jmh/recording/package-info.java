/** Reads from recordings of the JVM where a benchmark spends its time and its memory. */
@NullMarked
package dev.arborist.adapters.jmh.recording;

import org.jspecify.annotations.NullMarked;
