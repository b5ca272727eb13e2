package dev.arborist.testkit.history;

/** How many rows each table of a history has. */
public record SavedRows(int runs, int documents, int results, int pins) {}
