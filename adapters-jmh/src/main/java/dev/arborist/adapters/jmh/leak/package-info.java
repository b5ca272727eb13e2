/** Finds out whether an operation that is repeated loses memory, threads or open files. */
@NullMarked
package dev.arborist.adapters.jmh.leak;

import org.jspecify.annotations.NullMarked;
