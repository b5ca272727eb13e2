/** PostgreSQL servers for tests. */
@NullMarked
package dev.arborist.testkit.postgres;

import org.jspecify.annotations.NullMarked;
