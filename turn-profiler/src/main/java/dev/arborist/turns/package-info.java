/**
 * What makes JMH iterations of two JVMs take turns; it runs inside other people's benchmarks.
 *
 * <p>It is not annotated for nullness: JSpecify's annotations name what Java 8 does not know.
 */
package dev.arborist.turns;
