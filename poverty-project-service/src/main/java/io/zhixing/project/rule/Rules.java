package io.zhixing.project.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.list.Listing;

/** The dated rules of projects and their money; they come with migrations. */
@Singleton
public class Rules {

    static final Listing<RuleView> LISTING = Listing.of(RuleView.class,
            "r.id, r.code, r.applies_to, r.value, r.unit, r.severity, r.effective_from, r.effective_to, r.source, r.certainty",
            "project_rule r", Rules::read)
            .orderedBy("code", "r.code", "text", "r.id", "uuid")
            .filter("code", "r.code = ?")
            .filter("on", "r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)");

    private final AgroalDataSource database;

    Rules(AgroalDataSource database) {
        this.database = database;
    }

    /** The value in force on a day; 0 where no rule is known for it. */
    public long value(String code, String appliesTo, LocalDate on) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select coalesce(sum(r.value), 0) from project_rule r where r.code = ? and r.applies_to = ? and r.severity = 'ERROR'
                  and r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)""")) {
            statement.setString(1, code);
            statement.setString(2, appliesTo);
            statement.setObject(3, on);
            statement.setObject(4, on);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RuleView read(ResultSet row) throws SQLException {
        return new RuleView(row.getObject("id", UUID.class), row.getString("code"), row.getString("applies_to"),
                row.getLong("value"), row.getString("unit"), RuleView.Severity.valueOf(row.getString("severity")),
                row.getObject("effective_from", LocalDate.class), row.getObject("effective_to", LocalDate.class),
                row.getString("source"), RuleView.Certainty.valueOf(row.getString("certainty")));
    }
}
