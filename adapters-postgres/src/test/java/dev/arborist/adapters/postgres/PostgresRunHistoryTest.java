package dev.arborist.adapters.postgres;

import dev.arborist.application.port.out.RunHistory;
import dev.arborist.application.port.out.VerdictFormat;
import dev.arborist.testkit.history.RunHistoryContract;

class PostgresRunHistoryTest extends RunHistoryContract {

  private final HistorySchemas schemas = new HistorySchemas();

  @Override
  protected RunHistory open(String name, VerdictFormat format) {
    return PostgresRunHistory.open(schemas.address(name), format);
  }

  @Override
  protected String place(String name) {
    return schemas.address(name).toString();
  }

  @Override
  protected void execute(String name, String sql) {
    schemas.execute(name, sql);
  }

  @Override
  protected String settingVersion(int version) {
    return "UPDATE history_version SET version = " + version;
  }

  @Override
  protected int number(String name, String sql) {
    return schemas.number(name, sql);
  }
}
