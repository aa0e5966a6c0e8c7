package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.Steps;

/** Which steps an organization can take, in which state, and what must hold; the superior's office takes them. */
public final class OrganizationSteps {

    /**
     * What the guards ask.
     *
     * @param stated what was sent with the step; null when it is only asked which steps are open
     */
    record Facts(PartyOrganization organization, OrganizationMove stated, OrganizationRules rules,
            OrganizationTree tree, List<OrganizationHoldings> holdings) {

        Optional<OrganizationRules.FullMembers> fullMembers(LocalDate on) {
            return rules.fullMembers(organization.id(), organization.type(), on);
        }

        /** The last day on which something ended that it held or that stood below it; not asked for today, when all has. */
        Optional<LocalDate> endedLast() {
            return stated == null
                    ? Optional.empty()
                    : Stream.concat(tree.childrenUntil(organization.id()).stream(),
                            holdings.stream().flatMap(holding -> holding.endedLast(organization.id()).stream()))
                            .max(Comparator.naturalOrder());
        }
    }

    private static final Guard<Facts> ENOUGH_FULL_MEMBERS = (facts, on) -> facts.fullMembers(on)
            .filter(members -> !members.isEnough())
            .map(members -> OrganizationProblems.TOO_FEW_FULL_MEMBERS.about(members.needed(), members.present(),
                    members.source()));
    private static final Guard<Facts> REASON_GIVEN = Guard.holds(
            facts -> facts.stated() == null || facts.stated().givesReason(),
            OrganizationProblems.CHANGE_REASON_REQUIRED);
    private static final Guard<Facts> NOT_THE_ROOT = Guard.holds(facts -> facts.organization().parentId() != null,
            OrganizationProblems.ROOT_STAYS);
    private static final Guard<Facts> NO_CHILDREN = Guard.holds(
            facts -> !facts.tree().hasChildrenInPlace(facts.organization().id()),
            OrganizationProblems.ORGANIZATION_HAS_CHILDREN);
    private static final Guard<Facts> NOTHING_HELD = (facts, on) -> facts.holdings().stream()
            .map(holding -> holding.againstEnd(facts.organization().id()))
            .flatMap(Optional<ProblemException>::stream)
            .findFirst();
    private static final Guard<Facts> NOTHING_ENDED_LATER = (facts, on) -> facts.endedLast()
            .filter(on::isBefore)
            .map(ended -> OrganizationProblems.DAYS_INCONSISTENT.about(on, ended));
    private static final Guard<Facts> SUPERIOR_IN_PLACE = Guard.holdsOn(
            (facts, on) -> facts.tree().isInPlaceSince(facts.organization().parentId(), on),
            OrganizationProblems.SUPERIOR_NOT_IN_PLACE);
    /** The superior may have become another kind of organization meanwhile. */
    private static final Guard<Facts> FITS_ITS_SUPERIOR = (facts, on) -> facts.tree()
            .fitsSince(facts.organization().id(), facts.organization().type(), on)
                    ? Optional.empty()
                    : Optional.of(OrganizationProblems.ORGANIZATION_TYPE_NOT_UNDER_PARENT
                            .about(facts.organization().type()));

    public static final Steps<OrganizationState, Facts> STEPS = Steps.of(
            step("activate", OrganizationState.PREPARING, OrganizationState.ACTIVE).called("启用", "Activate")
                    .when(ENOUGH_FULL_MEMBERS),
            rename(OrganizationState.PREPARING), rename(OrganizationState.ACTIVE),
            changeType(OrganizationState.PREPARING), changeType(OrganizationState.ACTIVE),
            reassign(OrganizationState.PREPARING), reassign(OrganizationState.ACTIVE),
            step("merge", OrganizationState.ACTIVE, OrganizationState.MERGED).called("合并", "Merge into another")
                    .requires("comment", "successorId")
                    .when(REASON_GIVEN, NOT_THE_ROOT, NO_CHILDREN, NOTHING_ENDED_LATER),
            step("dissolve", OrganizationState.ACTIVE, OrganizationState.DISSOLVED).called("撤销", "Dissolve")
                    .requires("comment")
                    .when(REASON_GIVEN, NOT_THE_ROOT, NO_CHILDREN, NOTHING_HELD, NOTHING_ENDED_LATER),
            step("restore", OrganizationState.DISSOLVED, OrganizationState.ACTIVE).called("恢复", "Restore")
                    .requires("comment").when(REASON_GIVEN, SUPERIOR_IN_PLACE, FITS_ITS_SUPERIOR));

    private OrganizationSteps() {}

    private static Step<OrganizationState, Facts> rename(OrganizationState state) {
        return step("rename", state, state).called("更名", "Rename").requires("comment", "name").when(REASON_GIVEN);
    }

    private static Step<OrganizationState, Facts> changeType(OrganizationState state) {
        return step("change-type", state, state).called("变更类型", "Change type, kind, sector or area")
                .requires("comment").when(REASON_GIVEN);
    }

    private static Step<OrganizationState, Facts> reassign(OrganizationState state) {
        return step("reassign", state, state).called("调整隶属", "Move under another superior")
                .requires("comment", "parentId", "code").when(REASON_GIVEN, NOT_THE_ROOT);
    }

    private static Step<OrganizationState, Facts> step(String name, OrganizationState from, OrganizationState to) {
        return SecondPerson.above(Step.<OrganizationState, Facts>of(name, from, to).by(Roles.OFFICER, Roles.SYSTEM),
                facts -> facts.organization().path());
    }
}
