package io.zhixing.organization.rule;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** The dated rules of this service. A record is judged by the rule in force on the day on which it happened. */
@ApplicationScoped
public class Rules implements RuleBook {

    private final AgroalDataSource database;

    Rules(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The value of a rule in force, as SQL for a query that judges rows by it.
     *
     * @param day an expression, such as a column
     */
    public static String value(String code, String appliesTo, String day) {
        return """
                (select f.value::integer from organization_rule f where f.code = '%s' and f.applies_to = '%s'
                 and f.effective_from <= %3$s and (f.effective_to is null or f.effective_to > %3$s))"""
                .formatted(code, appliesTo, day);
    }

    @Override
    public Optional<Rule> inForce(String code, String appliesTo, LocalDate on) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                select value, severity, source, certainty from organization_rule
                where code = ? and applies_to = ? and effective_from <= ? and (effective_to is null or effective_to > ?)""")) {
            statement.setString(1, code);
            statement.setString(2, appliesTo);
            statement.setObject(3, on);
            statement.setObject(4, on);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Rule(code, rows.getLong(1), Rule.Severity.valueOf(rows.getString(2)),
                                rows.getString(3), rows.getString(4)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All rows of these codes, whatever their days. */
    public RuleTable table(String... codes) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select code, applies_to, value, severity, source, certainty, effective_from, effective_to
                from organization_rule where code = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("text", codes));
            var table = new ArrayList<RuleTable.Dated>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    table.add(new RuleTable.Dated(rows.getString("applies_to"),
                            rows.getObject("effective_from", LocalDate.class),
                            rows.getObject("effective_to", LocalDate.class),
                            new Rule(rows.getString("code"), rows.getLong("value"),
                                    Rule.Severity.valueOf(rows.getString("severity")), rows.getString("source"),
                                    rows.getString("certainty"))));
                }
            }
            return new RuleTable(table);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
