/** The command line, and the composition of the examiner. */
@NullMarked
package dev.arborist.cli;

import org.jspecify.annotations.NullMarked;
