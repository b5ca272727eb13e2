/** What the measuring machine is, how fast it is, and what on it disturbs measurements. */
@NullMarked
package dev.arborist.adapters.jmh.machine;

import org.jspecify.annotations.NullMarked;
