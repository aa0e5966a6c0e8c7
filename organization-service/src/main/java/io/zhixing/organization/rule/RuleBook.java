package io.zhixing.organization.rule;

import java.time.LocalDate;
import java.util.Optional;

/** Where a rule is looked up: in the table of the database, or among rows that were read for many judgements. */
@FunctionalInterface
public interface RuleBook {

    /** @param appliesTo a type of organization, or {@code MEMBER} */
    Optional<Rule> inForce(String code, String appliesTo, LocalDate on);
}
