package dev.arborist.testkit.oracle;

import dev.arborist.application.port.in.QueueUpkeep;
import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import dev.arborist.testkit.TestClock;

/** What an operation works on: the queue, or the model of it. */
record Subject(TaskQueue queue, TaskBrowser browser, QueueUpkeep upkeep, TestClock clock) {}
