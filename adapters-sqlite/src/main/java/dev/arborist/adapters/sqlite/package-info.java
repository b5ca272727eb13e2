/**
 * The task store on an SQLite file, and what every store of ours needs of SQLite; nothing else
 * opens a file, and only through SQLite.
 */
@NullMarked
package dev.arborist.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
