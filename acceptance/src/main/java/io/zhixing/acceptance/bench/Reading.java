package io.zhixing.acceptance.bench;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;

import io.zhixing.city.launch.Service;

/** A question that changes nothing, each time about something else: asked of the interface, and as SQL over bare JDBC. */
final class Reading implements Measure {

    private final BenchCity city;
    private final Words words;
    private final String sql;
    private final Supplier<Question> any;
    private final boolean scoped;

    /** @param reference what the SQL does, in a sentence */
    record Words(String code, String zh, String en, String reference) {}

    /** One question: its address in the interface, and what the SQL's parameters are. */
    record Question(String address, Object... parameters) {}

    Reading(BenchCity city, Words words, String sql, Supplier<Question> any) {
        this(city, words, sql, any, false);
    }

    private Reading(BenchCity city, Words words, String sql, Supplier<Question> any, boolean scoped) {
        this.city = city;
        this.words = words;
        this.sql = sql;
        this.any = any;
        this.scoped = scoped;
    }

    /** With SQL that enters the caller's scope, asks under row-level security and ends the transaction, as the service does. */
    static Reading scoped(BenchCity city, Words words, String sql, Supplier<Question> any) {
        return new Reading(city, words, sql, any, true);
    }

    @Override
    public String code() {
        return words.code();
    }

    @Override
    public String zh() {
        return words.zh();
    }

    @Override
    public String en() {
        return words.en();
    }

    @Override
    public String reference() {
        return words.reference();
    }

    @Override
    public Service measured() {
        return Service.ORGANIZATION;
    }

    @Override
    public Side service() {
        return () -> () -> {
            var address = any.get().address();
            var answer = city.call(Service.ORGANIZATION, address, "loader").get();
            if (!answer.isDone()) {
                throw new IOException(address + " answered " + answer);
            }
        };
    }

    @Override
    public Side sql() {
        return scoped ? () -> new ScopedSql(city.application(Service.ORGANIZATION), sql, any) : this::pastTheWall;
    }

    private Side.Client pastTheWall() throws SQLException {
        var connection = city.superuser(Service.ORGANIZATION);
        var statement = connection.prepareStatement(sql);
        return new Side.Client() {
            @Override
            public void call() throws SQLException {
                bind(statement, any.get());
                read(statement.executeQuery());
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    @Override
    public void settle() {}

    @Override
    public Map<String, RowsWritten> rows() {
        return Map.of();
    }

    static void bind(PreparedStatement statement, Question question) throws SQLException {
        for (int i = 0; i < question.parameters().length; i++) {
            statement.setObject(i + 1, question.parameters()[i]);
        }
    }

    /** Takes every column of every row out, as a program would that uses them; gives the number of rows. */
    static int read(ResultSet answer) throws SQLException {
        try (var rows = answer) {
            int columns = rows.getMetaData().getColumnCount();
            int found = 0;
            for (; rows.next(); found++) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
            return found;
        }
    }
}
