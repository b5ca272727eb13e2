package dev.arborist.adapters.sqlite.history;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.testkit.history.RunHistorySafetyContract;
import java.nio.file.Path;

class SqliteRunHistorySafetyTest extends RunHistorySafetyContract {

  private Path file(String name) {
    return directory.resolve(name + ".db");
  }

  @Override
  protected RunHistory open(String name, VerdictFormat format) {
    return SqliteRunHistory.openOrCreate(file(name), format);
  }

  @Override
  protected String place(String name) {
    return file(name).toString();
  }

  @Override
  protected void execute(String name, String sql) {
    HistoryFiles.execute(file(name), sql);
  }

  @Override
  protected int number(String name, String sql) {
    return HistoryFiles.number(file(name), sql);
  }
}
