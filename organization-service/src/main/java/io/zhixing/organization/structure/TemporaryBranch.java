package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.Optional;

import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.rule.RuleBook;

/**
 * What a temporary branch generally does not do. Source: 中国共产党支部工作条例（试行）, 2018, art. 5. While the rule of the day is a
 * WARNING, it is done and listed for whoever is responsible; where a row makes an ERROR of it, it is refused.
 */
public final class TemporaryBranch {

    /** As the codes of the rules say it. */
    public enum Doing {
        ADMISSIONS,
        DISCIPLINE,
        DUES,
        ELECTIONS
    }

    private TemporaryBranch() {}

    /**
     * The rule of the day that stands against it; empty for every other kind of organization.
     *
     * @param kind null for what is no branch
     * @param on the day on which it is done
     */
    public static Optional<Rule> against(RuleBook rules, BranchKind kind, Doing what, LocalDate on) {
        return kind != BranchKind.TEMPORARY
                ? Optional.empty()
                : rules.inForce(code(what), "BRANCH", on).filter(rule -> rule.severity() == Rule.Severity.ERROR);
    }

    public static String code(Doing what) {
        return "TEMPORARY_BRANCH_WITHOUT_" + what;
    }
}
