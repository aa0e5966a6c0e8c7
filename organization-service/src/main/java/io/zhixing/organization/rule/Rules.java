package io.zhixing.organization.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** The dated rules of this service. A record is judged by the rule in force on the day on which it happened. */
@ApplicationScoped
public class Rules implements RuleBook {

    private final Sql database;

    Rules(Sql database) {
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
        return database.first(
                """
                select value, severity, source, certainty from organization_rule
                where code = ? and applies_to = ? and effective_from <= ? and (effective_to is null or effective_to > ?)""",
                row -> new Rule(code, row.getLong(1), Rule.Severity.valueOf(row.getString(2)), row.getString(3),
                        row.getString(4)),
                code, appliesTo, on, on);
    }

    /** All rows of these codes, whatever their days. */
    public RuleTable table(String... codes) {
        return new RuleTable(database.list("""
                select code, applies_to, value, severity, source, certainty, effective_from, effective_to
                from organization_rule where code = any (?)""", row -> new RuleTable.Dated(row.getString("applies_to"),
                row.getObject("effective_from", LocalDate.class), row.getObject("effective_to", LocalDate.class),
                new Rule(row.getString("code"), row.getLong("value"), Rule.Severity.valueOf(row.getString("severity")),
                        row.getString("source"), row.getString("certainty"))),
                SqlArray.texts(List.of(codes))));
    }
}
