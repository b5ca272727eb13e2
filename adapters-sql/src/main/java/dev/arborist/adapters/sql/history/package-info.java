/** The tables of the examiner's runs in SQL, as both stores have them. */
@NullMarked
package dev.arborist.adapters.sql.history;

import org.jspecify.annotations.NullMarked;
