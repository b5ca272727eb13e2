/** JSON documents kept beside the tasks, by namespace, key and version. */
@NullMarked
package dev.arborist.domain.specification;

import org.jspecify.annotations.NullMarked;
