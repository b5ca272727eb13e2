/** The queue as a library; everything a Java program needs to use one. */
@NullMarked
package dev.arborist;

import org.jspecify.annotations.NullMarked;
