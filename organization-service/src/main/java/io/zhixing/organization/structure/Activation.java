package io.zhixing.organization.structure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.PartyOrganization.OrganizationState;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.Guard;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Steps;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** 启用: an organization takes up its work. */
@RequestScoped
public class Activation {

    /** What the guards ask: how many full members a branch needs and has on the day of the step. */
    record Facts(PartyOrganization organization, OrganizationRules rules) {

        Optional<OrganizationRules.FullMembers> fullMembers(LocalDate on) {
            return rules.fullMembers(organization.id(), organization.type(), on);
        }
    }

    private static final Guard<Facts> ENOUGH_FULL_MEMBERS = (facts, on) -> facts.fullMembers(on)
            .filter(members -> !members.isEnough())
            .map(members -> OrganizationProblems.TOO_FEW_FULL_MEMBERS.about(members.needed(), members.present(),
                    members.source()));

    public static final Steps<OrganizationState, Facts> STEPS = Steps.of(
            Step.<OrganizationState, Facts>of("activate", OrganizationState.PREPARING, OrganizationState.ACTIVE)
                    .called("启用", "Activate").by(Roles.OFFICER, Roles.SYSTEM).when(ENOUGH_FULL_MEMBERS));

    private final Organizations organizations;
    private final OrganizationRules rules;
    private final StepHistory history;
    private final StepJudge judge;
    private final Outbox outbox;
    private final Clock clock;

    Activation(Organizations organizations, OrganizationRules rules, StepHistory history, StepJudge judge,
            Outbox outbox, Clock clock) {
        this.organizations = organizations;
        this.rules = rules;
        this.history = history;
        this.judge = judge;
        this.outbox = outbox;
        this.clock = clock;
    }

    Transitions open(PartyOrganization organization) {
        return judge.open(STEPS, subject(organization));
    }

    public PartyOrganization handle(UUID id, long read, Move move) {
        var organization = organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, organization.version());
        var step = judge.require(STEPS, subject(organization), move.transition(), move.on());
        organization.activate(move.on(), clock.instant());
        organizations.flush();
        history.add(PartyOrganization.RESOURCE, id, organization.version(), organization.path(), step, move.on(),
                move.comment());
        outbox.append(organization.activated(), organization.path());
        return organization;
    }

    private Subject<OrganizationState, Facts> subject(PartyOrganization organization) {
        return new Subject<>(organization.state(), organization.version(), organization.superiorPath(),
                organization.establishedOn(), new Facts(organization, rules));
    }
}
