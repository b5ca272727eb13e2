/** What can be typed on a command line, and the scripts that tell shells. */
@NullMarked
package dev.arborist.cli.completion;

import org.jspecify.annotations.NullMarked;
