/** The history of runs on an SQLite file. */
@NullMarked
package dev.arborist.adapters.sqlite.history;

import org.jspecify.annotations.NullMarked;
