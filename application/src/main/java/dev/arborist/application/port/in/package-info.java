/** What the application can do: the capabilities that compositions and commands use. */
@NullMarked
package dev.arborist.application.port.in;

import org.jspecify.annotations.NullMarked;
