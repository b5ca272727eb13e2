/** The language that manual pages are written in. */
@NullMarked
package dev.arborist.cli.manual;

import org.jspecify.annotations.NullMarked;
