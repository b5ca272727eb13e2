/** Runs two versions of any project's JMH benchmarks side by side, in turns. */
@NullMarked
package dev.arborist.adapters.jmh.duet;

import org.jspecify.annotations.NullMarked;
