package io.zhixing.organization.structure;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Transitions;

/** Takes a step of an organization: a dated change with its reason, its document and its one event. */
@RequestScoped
public class TakeOrganizationStep {

    /** They ask or change what stands below an organization, so the tree must stand still for them. */
    private static final Set<String> TURNING_THE_TREE = Set.of("change-type", "reassign", "merge", "dissolve",
            "restore");

    private final Organizations organizations;
    private final OrganizationTree tree;
    private final OrganizationSubjects subjects;
    private final ChangeOrganization changeOrganization;
    private final OrganizationChanges changes;
    private final StepJudge judge;
    private final StepHistory history;
    private final Outbox outbox;

    TakeOrganizationStep(Organizations organizations, OrganizationTree tree, OrganizationSubjects subjects,
            ChangeOrganization changeOrganization, OrganizationChanges changes, StepJudge judge, StepHistory history,
            Outbox outbox) {
        this.organizations = organizations;
        this.tree = tree;
        this.subjects = subjects;
        this.changeOrganization = changeOrganization;
        this.changes = changes;
        this.judge = judge;
        this.history = history;
        this.outbox = outbox;
    }

    Transitions open(PartyOrganization organization) {
        return judge.open(OrganizationSteps.STEPS, subjects.of(organization, null));
    }

    public PartyOrganization handle(UUID id, long read, OrganizationMove move) {
        if (TURNING_THE_TREE.contains(move.transition())) {
            tree.take();
        }
        var organization = organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, organization.version());
        var step = judge.require(OrganizationSteps.STEPS, subjects.of(organization, move), move.transition(),
                move.on());
        var news = changeOrganization.handle(organization, move);
        history.add(PartyOrganization.RESOURCE, id, organization.version(), organization.path(), step, move.on(),
                move.comment());
        changes.add(id, move);
        outbox.append(news, organization.path());
        return organization;
    }
}
