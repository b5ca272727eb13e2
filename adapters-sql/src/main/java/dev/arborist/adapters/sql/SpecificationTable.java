package dev.arborist.adapters.sql;

import dev.arborist.domain.specification.SpecificationDocument;
import dev.arborist.domain.task.EpochMicros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Documents by namespace, key and version; rows are only added. */
final class SpecificationTable {

  private static final String SELECT =
      "SELECT namespace, key, version, json, created_at, created_by FROM specification s";
  private static final String ORDER = " ORDER BY namespace, key, version";

  private static final String LATEST =
      """
       WHERE version = (SELECT max(version) FROM specification l
                         WHERE l.namespace = s.namespace AND l.key = s.key)
      """;

  private static final String INSERT =
      """
      INSERT INTO specification (namespace, key, version, json, created_at, created_by)
      VALUES (:namespace, :key, :version, :json, :createdAt, :createdBy)
      """;

  private final Session session;

  SpecificationTable(Session session) {
    this.session = session;
  }

  void insert(SpecificationDocument document) {
    try (Update insert = session.update(INSERT)) {
      insert
          .bind("namespace", document.namespace())
          .bind("key", document.key())
          .bind("version", document.version())
          .bind("json", document.json())
          .bind("createdAt", EpochMicros.of(document.createdAt()))
          .bind("createdBy", document.createdBy())
          .execute();
    }
  }

  Optional<SpecificationDocument> find(String namespace, String key, @Nullable Integer version) {
    String which = version == null ? "" : " AND version = :version";
    String sql =
        SELECT
            + " WHERE namespace = :namespace AND key = :key"
            + which
            + " ORDER BY version DESC LIMIT 1";
    try (Query query = session.queryLong(sql)) {
      query.bind("namespace", namespace).bind("key", key);
      if (version != null) {
        query.bind("version", version);
      }
      return query.map((row, context) -> document(row)).findOne();
    }
  }

  List<SpecificationDocument> list(@Nullable String namespace) {
    String which = namespace == null ? "" : " AND namespace = :namespace";
    try (Query query = session.queryLong(SELECT + LATEST + which + ORDER)) {
      if (namespace != null) {
        query.bind("namespace", namespace);
      }
      return query.map((row, context) -> document(row)).list();
    }
  }

  void forEach(Consumer<SpecificationDocument> consumer) {
    try (Query query = session.queryLong(SELECT + ORDER)) {
      query.map((row, context) -> document(row)).forEach(consumer);
    }
  }

  private static SpecificationDocument document(ResultSet row) throws SQLException {
    return new SpecificationDocument(
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        EpochMicros.toInstant(row.getLong(5)),
        row.getString(6));
  }
}
