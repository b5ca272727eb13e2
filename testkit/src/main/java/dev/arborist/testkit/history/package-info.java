/** The contract of the examiner's history, and runs to keep in one. */
@NullMarked
package dev.arborist.testkit.history;

import org.jspecify.annotations.NullMarked;
