/** What a person does at a terminal, told from the bytes that it sends. */
@NullMarked
package dev.arborist.cli.tui.input;

import org.jspecify.annotations.NullMarked;
