/** The task store on an SQLite file; the only code that opens the file, and only through SQLite. */
@NullMarked
package dev.arborist.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
