package io.zhixing.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An insert that writes what a row of the service holds, column for column, except those that are given: so that the
 * reference writes the same rows as the service, whatever columns a table gets.
 */
final class RowCopy {

    private RowCopy() {}

    /**
     * @param which condition that finds the row to copy
     * @param given expression by column, for columns that are not copied; those the table does not have are left out
     * @param from what the expressions refer to
     */
    static String insert(Connection connection, String table, String which, Map<String, String> given, String from)
            throws SQLException {
        var types = columns(connection, table);
        var values = values(connection, table, which, types);
        var expressions = types.keySet().stream().map(column -> given.getOrDefault(column, values.get(column)))
                .collect(Collectors.joining(", "));
        return "insert into " + table + " as t (" + String.join(", ", types.keySet()) + ") select " + expressions
                + " from " + from;
    }

    /**
     * An insert of copies of many rows, column for column, except those that are given.
     *
     * @param from the rows, as {@code f}
     */
    static String copies(Connection connection, String table, String from, Map<String, String> given)
            throws SQLException {
        var columns = columns(connection, table).keySet();
        return "insert into " + table + " (" + String.join(", ", columns) + ") select "
                + columns.stream().map(column -> given.getOrDefault(column, "f." + column))
                        .collect(Collectors.joining(", "))
                + " from " + from;
    }

    /** What happens when the row is there already: its numbers grow by those of the new one. */
    static String adding(Connection connection, String table) throws SQLException {
        var key = names(connection, """
                select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                where i.indisprimary and i.indrelid = '%s'::regclass order by a.attnum""".formatted(table));
        var numbers = columns(connection, table).entrySet().stream()
                .filter(column -> !key.contains(column.getKey())
                        && column.getValue().matches("integer|bigint|numeric.*"))
                .map(column -> column.getKey() + " = t." + column.getKey() + " + excluded." + column.getKey())
                .collect(Collectors.joining(", "));
        return " on conflict (" + String.join(", ", key) + ") do update set " + numbers;
    }

    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        var types = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select attname, format_type(atttypid, atttypmod) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                order by attnum""".formatted(table))) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
        }
        return types;
    }

    private static Map<String, String> values(Connection connection, String table, String which,
            Map<String, String> types) throws SQLException {
        var literals = types.entrySet().stream()
                .map(column -> "quote_nullable(" + column.getKey() + "::text) || '::" + column.getValue() + "'")
                .collect(Collectors.joining(", "));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + literals + " from " + table + " where " + which)) {
            if (!rows.next()) {
                throw new IllegalStateException("No row to copy in " + table);
            }
            var values = new LinkedHashMap<String, String>();
            int i = 1;
            for (var column : types.keySet()) {
                values.put(column, rows.getString(i++));
            }
            return values;
        }
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
