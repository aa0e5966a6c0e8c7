package io.zhixing.organization.structure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;

/**
 * 启用: PREPARING → ACTIVE. The list of what stands against it is one for the question and for the step, so the answer
 * of {@code GET …/transitions} and the outcome of {@code POST} cannot differ.
 */
@RequestScoped
public class Activation {

    static final String NAME = "activate";

    private final Organizations organizations;
    private final OrganizationRules rules;
    private final OrganizationHistory history;
    private final Access access;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    Activation(Organizations organizations, OrganizationRules rules, OrganizationHistory history, Access access,
            Caller caller, Outbox outbox,
            Clock clock) {
        this.organizations = organizations;
        this.rules = rules;
        this.history = history;
        this.access = access;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether the organization is in preparation: only then there is this step. */
    static boolean isOpen(PartyOrganization organization) {
        return organization.state() == PartyOrganization.OrganizationState.PREPARING;
    }

    /** Everything that refuses the step for this caller on that day; empty when it is allowed. */
    List<ProblemException> against(PartyOrganization organization, LocalDate on) {
        var reasons = new ArrayList<ProblemException>();
        if (!access.may(organization.path(), Roles.OFFICER, Roles.SYSTEM)) {
            reasons.add(PlatformProblems.FORBIDDEN.about());
        }
        if (on.isAfter(Shanghai.today(clock)) || on.isBefore(organization.establishedOn())) {
            reasons.add(OrganizationProblems.TRANSITION_DAY_INVALID.about(organization.establishedOn()));
        }
        rules.fullMembers(organization.id(), organization.type(), on).filter(members -> !members.isEnough())
                .ifPresent(members -> reasons.add(
                        OrganizationProblems.TOO_FEW_FULL_MEMBERS.about(members.needed(), members.present(),
                                members.source())));
        return reasons;
    }

    public PartyOrganization handle(UUID id, long read, String transition, LocalDate on, String comment) {
        var organization = organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, organization.version());
        if (!NAME.equals(transition) || !isOpen(organization)) {
            throw OrganizationProblems.TRANSITION_NOT_AVAILABLE.about(organization.state(), transition);
        }
        against(organization, on).stream().findFirst().ifPresent(reason -> {
            throw reason;
        });
        organization.activate(on);
        organizations.flush();
        history.add(organization, "ACTIVATED", on, comment, caller.name());
        outbox.append(organization.activated(), organization.path());
        return organization;
    }
}
