/** The one seeded generator of tasks that tests, benchmarks and demonstrations share. */
@NullMarked
package dev.arborist.domain.workload;

import org.jspecify.annotations.NullMarked;
