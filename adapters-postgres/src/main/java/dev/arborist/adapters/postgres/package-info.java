/** The task store on a PostgreSQL server, for a team whose workers outgrow one machine. */
@NullMarked
package dev.arborist.adapters.postgres;

import org.jspecify.annotations.NullMarked;
