package io.zhixing.project.rule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/** The dated rules of projects and their money; they come with migrations. */
@Singleton
public class Rules {

    static final Listing<RuleView> LISTING = Listing.of(RuleView.class,
            "r.id, r.code, r.applies_to, r.value, r.unit, r.severity, r.effective_from, r.effective_to, r.source, r.certainty",
            "project_rule r", Rules::read)
            .orderedBy("code", "r.code", "text", "r.id", "uuid")
            .filter("code", "r.code = ?")
            .filter("on", "r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)");

    private final Sql database;
    private volatile List<RuleView> all;

    Rules(Sql database) {
        this.database = database;
    }

    /** The value in force on a day; 0 where no rule that refuses is known for it. */
    public long value(String code, String appliesTo, LocalDate on) {
        return inForce().stream()
                .filter(rule -> rule.severity() == RuleView.Severity.ERROR && rule.code().equals(code)
                        && rule.appliesTo().equals(appliesTo) && !on.isBefore(rule.effectiveFrom())
                        && (rule.effectiveTo() == null || on.isBefore(rule.effectiveTo())))
                .mapToLong(RuleView::threshold).sum();
    }

    /** Of all rules, whatever their days. */
    List<String> codes() {
        return inForce().stream().map(RuleView::code).distinct().sorted().toList();
    }

    /** Read once: rules change by migrations alone, and those run before the service starts. */
    private List<RuleView> inForce() {
        var known = all;
        if (known == null) {
            known = read();
            all = known;
        }
        return known;
    }

    private List<RuleView> read() {
        return List.copyOf(database.list("select r.* from project_rule r", Rules::read));
    }

    private static RuleView read(ResultSet row) throws SQLException {
        return new RuleView(row.getObject("id", UUID.class), row.getString("code"), row.getString("applies_to"),
                row.getLong("value"), row.getString("unit"), RuleView.Severity.valueOf(row.getString("severity")),
                row.getObject("effective_from", LocalDate.class), row.getObject("effective_to", LocalDate.class),
                row.getString("source"), RuleView.Certainty.valueOf(row.getString("certainty")));
    }
}
