package dev.arborist.adapters.sqlite.history;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.testkit.history.RunHistoryContract;
import java.nio.file.Path;

class SqliteRunHistoryTest extends RunHistoryContract {

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
  protected String settingVersion(int version) {
    return "PRAGMA user_version = " + version;
  }

  @Override
  protected int number(String name, String sql) {
    return HistoryFiles.number(file(name), sql);
  }
}
