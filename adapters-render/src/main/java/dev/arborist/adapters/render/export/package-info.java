/** Trees as files for other programs: pages, drawings, tables. */
@NullMarked
package dev.arborist.adapters.render.export;

import org.jspecify.annotations.NullMarked;
