package dev.arborist.cli.tui.draw;

import dev.arborist.adapters.render.text.AmbiguousWidth;
import dev.arborist.adapters.render.text.ColourDepth;

/**
 * What the terminal can show and the user wants to see.
 *
 * @param colours how many colours there are; without any, reverse video still shows the cursor
 * @param ascii whether icons and lines keep to ASCII
 * @param ambiguous how wide the terminal shows what Unicode leaves open
 */
public record TuiSettings(ColourDepth colours, boolean ascii, AmbiguousWidth ambiguous) {}
