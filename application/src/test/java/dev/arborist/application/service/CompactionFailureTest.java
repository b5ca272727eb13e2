package dev.arborist.application.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.arborist.application.port.out.StorageException;
import dev.arborist.application.port.out.StoreUpkeep;
import dev.arborist.application.port.out.TaskStore;
import dev.arborist.domain.task.TaskNumber;
import dev.arborist.domain.upkeep.PruneReport;
import dev.arborist.domain.upkeep.PruneRequest;
import dev.arborist.domain.upkeep.VacuumMode;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompactionFailureTest {

  @Test
  void whatWasPrunedIsReportedWithTheReasonWhyTheSpaceIsNotBack() {
    TaskStore store = mock(TaskStore.class);
    StoreUpkeep upkeep = mock(StoreUpkeep.class);
    when(store.upkeep()).thenReturn(upkeep);
    when(store.write(any())).thenReturn(new PruneReport(List.of(TaskNumber.of(1)), 0, 0, 0));
    doThrow(new StorageException("the disk is full")).when(upkeep).compact();
    PruneReport report =
        Services.upkeep(store, InstantSource.system(), "tester")
            .prune(
                PruneRequest.where()
                    .numbers(List.of(TaskNumber.of(1)))
                    .vacuum(VacuumMode.ALWAYS)
                    .build());
    assertEquals(List.of(TaskNumber.of(1)), report.pruned());
    assertFalse(report.compacted());
    assertEquals("the disk is full", report.compactionFailure());
  }
}
