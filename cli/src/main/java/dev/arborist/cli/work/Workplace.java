package dev.arborist.cli.work;

import dev.arborist.application.port.in.TaskBrowser;
import dev.arborist.application.port.in.TaskQueue;
import java.time.Duration;

/** What the runs of one worker share. */
record Workplace(
    TaskQueue queue,
    TaskBrowser browser,
    Duration lease,
    ProgramSettings program,
    Outputs outputs,
    WorkLog log,
    StopRequest stop,
    Machine machine) {}
