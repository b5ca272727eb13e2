package dev.arborist.domain.tree;

/**
 * A tree to write out: its rows and all their labels, read at one moment.
 *
 * @param visibility the rows
 * @param labels the labels of any of them
 */
public record TreeSnapshot(Visibility visibility, LabelSource labels) {}
