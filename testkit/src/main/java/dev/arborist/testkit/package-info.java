/** Contracts that every implementation of a port must keep, and the parts that tests share. */
@NullMarked
package dev.arborist.testkit;

import org.jspecify.annotations.NullMarked;
