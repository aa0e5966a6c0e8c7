package io.zhixing.organization.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Dated rules of some codes, read once for the many rows that are judged by them. */
public record RuleTable(List<Dated> rows) implements RuleBook {

    /** @param to first day on which it is no longer in force; null while it is */
    record Dated(String appliesTo, LocalDate from, LocalDate to, Rule rule) {}

    @Override
    public Optional<Rule> inForce(String code, String appliesTo, LocalDate on) {
        return rows.stream().filter(row -> row.rule().code().equals(code) && row.appliesTo().equals(appliesTo)
                && !row.from().isAfter(on) && (row.to() == null || row.to().isAfter(on))).map(Dated::rule).findFirst();
    }
}
