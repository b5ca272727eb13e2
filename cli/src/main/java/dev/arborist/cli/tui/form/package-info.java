/** What a person fills in: a line of text, and the fields of a filter. */
@NullMarked
package dev.arborist.cli.tui.form;

import org.jspecify.annotations.NullMarked;
