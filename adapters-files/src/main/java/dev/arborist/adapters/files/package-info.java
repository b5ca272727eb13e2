/** Reads and writes files: tasks as JSON lines, other tools' tasks, requirements, reports. */
@NullMarked
package dev.arborist.adapters.files;

import org.jspecify.annotations.NullMarked;
