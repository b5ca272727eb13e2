/**
 * The queue and the history of runs on a PostgreSQL server, for a team that outgrows one machine.
 */
@NullMarked
package dev.arborist.adapters.postgres;

import org.jspecify.annotations.NullMarked;
