package dev.arborist.adapters.sql;

import java.util.regex.Matcher;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The parameters of a statement that is put together, found as those of a {@link Sql} are.
 *
 * <p>JDBI's own parser loads a grammar and walks it anew on each connection, which was 4 % of a
 * command that lists. No text of ours holds a colon that is not a parameter's. Holds nothing and is
 * safe for use by several threads.
 */
final class NamedParameters implements SqlParser {

  @Override
  public ParsedSql parse(String sql, StatementContext context) {
    ParsedSql.Builder parsed = ParsedSql.builder();
    Matcher names = Sql.NAME.matcher(sql);
    int end = 0;
    while (names.find()) {
      parsed.append(sql.substring(end, names.start())).appendNamedParameter(names.group(1));
      end = names.end();
    }
    return parsed.append(sql.substring(end)).build();
  }

  @Override
  public String nameParameter(String rawName, StatementContext context) {
    return ":" + rawName;
  }
}
