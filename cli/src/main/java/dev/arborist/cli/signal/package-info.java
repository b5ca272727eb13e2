/** The signals of the system. */
@NullMarked
package dev.arborist.cli.signal;

import org.jspecify.annotations.NullMarked;
