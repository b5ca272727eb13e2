/** Requirements and verdicts in files. */
@NullMarked
package dev.arborist.adapters.files.validation;

import org.jspecify.annotations.NullMarked;
