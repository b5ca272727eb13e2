/** What the application needs: the ports that adapters implement. */
@NullMarked
package dev.arborist.application.port.out;

import org.jspecify.annotations.NullMarked;
