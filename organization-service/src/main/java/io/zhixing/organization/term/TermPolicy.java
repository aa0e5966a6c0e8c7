package io.zhixing.organization.term;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.rule.RuleBook;
import io.zhixing.organization.rule.RuleTable;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;

/** How many years a term has, by the rule of the day of the election; villages and communities have one of their own. */
@ApplicationScoped
public class TermPolicy {

    private static final String LEAST = "TERM_YEARS_LEAST";
    private static final String MOST = "TERM_YEARS_MOST";

    private final Rules rules;

    TermPolicy(Rules rules) {
        this.rules = rules;
    }

    /** The rule from which these years differ; empty when they keep it, or none was in force. */
    public Optional<Rule> deviation(OrganizationType type, Sector sector, int years, LocalDate electedOn) {
        return deviation(rules, type, sector, years, electedOn);
    }

    /** The rules by which terms of many rows are judged, read once. */
    RuleTable table() {
        return rules.table(LEAST, MOST);
    }

    /** The same by rules that were read before. */
    static Optional<Rule> deviation(RuleBook book, OrganizationType type, Sector sector, int years,
            LocalDate electedOn) {
        boolean villageOrCommunity = sector == Sector.RURAL || sector == Sector.URBAN_COMMUNITY;
        return (villageOrCommunity
                ? broken(book, "VILLAGE_OR_COMMUNITY", years, electedOn)
                        .or(() -> book.inForce(LEAST, "VILLAGE_OR_COMMUNITY", electedOn).isPresent()
                                ? Optional.empty()
                                : broken(book, type.name(), years, electedOn))
                : broken(book, type.name(), years, electedOn));
    }

    /** What stands against the years: a rule that allows no other ones, or a deviation that nobody explains. */
    public static Optional<Fault> against(Optional<Rule> deviation, String reason) {
        return deviation.flatMap(rule -> {
            if (rule.severity() == Rule.Severity.ERROR) {
                return Optional.of(OrganizationProblems.TERM_YEARS_NOT_ALLOWED.at(Place.pointer("/years"),
                        rule.value(), rule.source()));
            }
            return reason == null || reason.isBlank()
                    ? Optional.of(OrganizationProblems.TERM_DEVIATION_UNEXPLAINED.at(Place.pointer("/deviationReason"),
                            rule.value(), rule.source()))
                    : Optional.empty();
        });
    }

    /** The same of a term about to begin, whose deviation from what is generally so was explained when it was asked for. */
    static Optional<ProblemException> againstBeginning(Optional<Rule> deviation) {
        return deviation.filter(rule -> rule.severity() == Rule.Severity.ERROR)
                .map(rule -> OrganizationProblems.TERM_YEARS_NOT_ALLOWED.about(rule.value(), rule.source()));
    }

    private static Optional<Rule> broken(RuleBook book, String type, int years, LocalDate on) {
        return book.inForce(LEAST, type, on).filter(least -> years < least.value())
                .or(() -> book.inForce(MOST, type, on).filter(most -> years > most.value()));
    }
}
