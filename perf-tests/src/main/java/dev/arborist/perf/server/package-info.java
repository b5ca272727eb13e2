/**
 * The queue on a PostgreSQL server under load, beside the same queue in a file: {@code
 * -Dperf.profile=server}.
 */
@org.jspecify.annotations.NullMarked
package dev.arborist.perf.server;
