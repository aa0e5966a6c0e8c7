package io.zhixing.organization.term;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Place;

/** How many years a term has, by the rule of the day of the election; villages and communities have one of their own. */
@ApplicationScoped
public class TermPolicy {

    private final Rules rules;

    TermPolicy(Rules rules) {
        this.rules = rules;
    }

    /** The rule from which these years differ; empty when they keep it, or none was in force. */
    public Optional<Rule> deviation(OrganizationType type, Sector sector, int years, LocalDate electedOn) {
        boolean villageOrCommunity = sector == Sector.RURAL || sector == Sector.URBAN_COMMUNITY;
        return (villageOrCommunity
                ? broken("VILLAGE_OR_COMMUNITY", years, electedOn).or(() -> inForce("VILLAGE_OR_COMMUNITY", electedOn)
                        ? Optional.empty()
                        : broken(type.name(), years, electedOn))
                : broken(type.name(), years, electedOn));
    }

    /** What stands against the years: a rule that allows no other ones, or a deviation that nobody explains. */
    public Optional<Fault> against(Optional<Rule> deviation, String reason) {
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

    private boolean inForce(String type, LocalDate on) {
        return rules.inForce("TERM_YEARS_LEAST", type, on).isPresent();
    }

    private Optional<Rule> broken(String type, int years, LocalDate on) {
        return rules.inForce("TERM_YEARS_LEAST", type, on).filter(least -> years < least.value())
                .or(() -> rules.inForce("TERM_YEARS_MOST", type, on).filter(most -> years > most.value()));
    }
}
