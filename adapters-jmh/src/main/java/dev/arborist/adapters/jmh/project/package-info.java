/** Finds out what a project has to be measured with: its build, benchmarks and results. */
@NullMarked
package dev.arborist.adapters.jmh.project;

import org.jspecify.annotations.NullMarked;
