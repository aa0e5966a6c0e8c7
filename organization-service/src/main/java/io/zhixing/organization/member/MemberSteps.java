package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.group.PartyGroup;
import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.BranchKind;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.organization.structure.TemporaryBranch;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.Steps;

/**
 * What may happen to a member after he was enrolled. What touches his standing in the Party is entered by the superior on
 * the branch's resolution, the rest by the branch itself.
 */
final class MemberSteps {

    static final String RULED_OBJECT = "MEMBER";

    private MemberSteps() {}

    /**
     * @param stated null while nobody takes a step and only its openness is asked for
     * @param group the group that is stated, as far as the caller sees it
     * @param branch what kind his branch is; only the steps that depend on it ask
     */
    record Facts(PartyMember member, MemberMove stated, Optional<PartyGroup> group, Rules rules,
            Supplier<BranchKind> branch) {

        private Optional<Rule> rule(String code, LocalDate on) {
            return rules.inForce(code, RULED_OBJECT, on);
        }

        /** The day on which probation ends, by the rule of the day of joining unless it was extended. */
        Optional<LocalDate> probationEnd() {
            return member.extendedUntil().or(() -> rule("PROBATION_MONTHS", member.joinedOn())
                    .map(rule -> member.joinedOn().plusMonths(rule.value())));
        }

        Optional<LocalDate> latestExtension(LocalDate on) {
            return probationEnd().flatMap(end -> rule("PROBATION_EXTENSION_MONTHS", on)
                    .map(rule -> end.plusMonths(rule.value())));
        }
    }

    private static final Guard<Facts> PROBATIONARY = Guard.holds(facts -> facts.member().isProbationary(),
            OrganizationProblems.MEMBER_NOT_PROBATIONARY);
    private static final Guard<Facts> PROBATION_OVER = (facts, on) -> facts.probationEnd().filter(on::isBefore)
            .map(OrganizationProblems.PROBATION_NOT_OVER::about);
    private static final Guard<Facts> NOT_YET_EXTENDED = Guard
            .holds(facts -> facts.member().extendedUntil().isEmpty(), OrganizationProblems.PROBATION_EXTENDED_BEFORE);
    private static final Guard<Facts> EXTENSION_WITHIN_RULE = (facts, on) -> facts.stated() == null
            ? Optional.empty()
            : facts.latestExtension(on)
                    .filter(latest -> facts.stated().until() == null || facts.stated().until().isAfter(latest)
                            || !facts.stated().until().isAfter(facts.probationEnd().orElse(on)))
                    .map(OrganizationProblems.PROBATION_EXTENSION_INVALID::about);
    private static final Guard<Facts> REASON_GIVEN = stated(MemberMove::hasComment,
            OrganizationProblems.STEP_REASON_REQUIRED);
    private static final Guard<Facts> A_DAY_ON_THE_ROLL = (facts, on) -> on.isAfter(facts.member().onRollFrom())
            ? Optional.empty()
            : Optional.of(PlatformProblems.TRANSITION_DAY_INVALID.about(facts.member().onRollFrom().plusDays(1)));
    private static final Guard<Facts> GROUP_OF_HIS_BRANCH = (facts, on) -> facts.stated() == null
            || facts.group().filter(group -> group.isOpenIn(facts.member().organizationId(), on)).isPresent()
                    ? Optional.empty()
                    : Optional.of(OrganizationProblems.GROUP_NOT_OF_BRANCH.about());
    private static final Guard<Facts> IN_A_GROUP = Guard.holds(facts -> facts.member().groupId() != null,
            OrganizationProblems.MEMBER_IN_NO_GROUP);
    private static final Guard<Facts> NOT_EXEMPT = Guard.holds(facts -> !facts.member().isExempt(),
            OrganizationProblems.MEMBER_EXEMPT_BEFORE);
    private static final Guard<Facts> EXEMPT = Guard.holds(facts -> facts.member().isExempt(),
            OrganizationProblems.MEMBER_NOT_EXEMPT);
    private static final Guard<Facts> EXEMPTION_EXPLAINED = stated(move -> move.exemptReason() != null,
            OrganizationProblems.EXEMPT_REASON_REQUIRED);

    private static final Guard<Facts> DISCIPLINED_BY_A_BRANCH_THAT_LASTS = (facts, on) -> TemporaryBranch
            .against(facts.rules(), facts.branch().get(), TemporaryBranch.Doing.DISCIPLINE, on)
            .map(rule -> OrganizationProblems.TEMPORARY_BRANCH_REFUSED.about(rule.source()));

    static final Steps<MemberStatus, Facts> STEPS = Steps.of(
            bySuperior("become-full", MemberStatus.ACTIVE, MemberStatus.ACTIVE, "转正", "Become a full member")
                    .when(PROBATIONARY, PROBATION_OVER),
            bySuperior("extend-probation", MemberStatus.ACTIVE, MemberStatus.ACTIVE, "延长预备期", "Extend probation")
                    .requires("until", "comment")
                    .when(PROBATIONARY, NOT_YET_EXTENDED, EXTENSION_WITHIN_RULE, REASON_GIVEN),
            bySuperior("cancel-probation", MemberStatus.ACTIVE, MemberStatus.PROBATION_CANCELLED, "取消预备党员资格",
                    "Cancel probation").requires("comment").when(PROBATIONARY, REASON_GIVEN, A_DAY_ON_THE_ROLL),
            bySuperior("suspend", MemberStatus.ACTIVE, MemberStatus.SUSPENDED, "停止党籍", "Suspend").requires("comment")
                    .when(REASON_GIVEN, A_DAY_ON_THE_ROLL, DISCIPLINED_BY_A_BRANCH_THAT_LASTS),
            bySuperior("restore", MemberStatus.SUSPENDED, MemberStatus.ACTIVE, "恢复党籍", "Restore"),
            leaves("withdraw", MemberStatus.ACTIVE, MemberStatus.WITHDRAWN, "退党", "Withdraw"),
            leaves("remove", MemberStatus.ACTIVE, MemberStatus.REMOVED, "除名", "Remove")
                    .when(DISCIPLINED_BY_A_BRANCH_THAT_LASTS),
            leaves("expel", MemberStatus.ACTIVE, MemberStatus.EXPELLED, "开除党籍", "Expel")
                    .when(DISCIPLINED_BY_A_BRANCH_THAT_LASTS),
            bySuperior("withdraw", MemberStatus.SUSPENDED, MemberStatus.WITHDRAWN, "退党", "Withdraw")
                    .requires("comment").when(REASON_GIVEN),
            bySuperior("remove", MemberStatus.SUSPENDED, MemberStatus.REMOVED, "除名", "Remove").requires("comment")
                    .when(REASON_GIVEN),
            byBranch("record-death", MemberStatus.ACTIVE, MemberStatus.DECEASED, "登记去世", "Record a death")
                    .when(A_DAY_ON_THE_ROLL),
            byBranch("record-death", MemberStatus.SUSPENDED, MemberStatus.DECEASED, "登记去世", "Record a death"),
            byBranch("assign-group", MemberStatus.ACTIVE, MemberStatus.ACTIVE, "编入党小组", "Join a Party group")
                    .requires("groupId").when(GROUP_OF_HIS_BRANCH),
            byBranch("leave-group", MemberStatus.ACTIVE, MemberStatus.ACTIVE, "离开党小组", "Leave the Party group")
                    .when(IN_A_GROUP),
            byBranch("exempt", MemberStatus.ACTIVE, MemberStatus.ACTIVE, "免于参加", "Exempt from attending")
                    .requires("exemptReason").when(NOT_EXEMPT, EXEMPTION_EXPLAINED),
            byBranch("end-exemption", MemberStatus.ACTIVE, MemberStatus.ACTIVE, "取消免于参加", "End the exemption")
                    .when(EXEMPT));

    private static Step<MemberStatus, Facts> bySuperior(String name, MemberStatus from, MemberStatus to, String zh,
            String en) {
        return SecondPerson.above(Step.<MemberStatus, Facts>of(name, from, to).called(zh, en).by(Roles.OFFICER),
                facts -> facts.member().path());
    }

    private static Step<MemberStatus, Facts> leaves(String name, MemberStatus from, MemberStatus to, String zh,
            String en) {
        return bySuperior(name, from, to, zh, en).requires("comment").when(REASON_GIVEN, A_DAY_ON_THE_ROLL);
    }

    private static Step<MemberStatus, Facts> byBranch(String name, MemberStatus from, MemberStatus to, String zh,
            String en) {
        return Step.<MemberStatus, Facts>of(name, from, to).called(zh, en).by(Roles.CLERK, Roles.SECRETARY,
                Roles.OFFICER, Roles.SYSTEM);
    }

    private static Guard<Facts> stated(Predicate<MemberMove> condition, Problem otherwise) {
        return Guard.holds(facts -> facts.stated() == null || condition.test(facts.stated()), otherwise);
    }
}
