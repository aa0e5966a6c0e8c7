package io.zhixing.organization.structure;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.All;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Subject;
import io.zhixing.platform.transition.Transitions;

/** Takes a step of an organization: a dated change with its reason, its document and its one event. */
@RequestScoped
public class TakeOrganizationStep {

    /** They ask or change what stands below an organization, so the tree must stand still for them. */
    private static final Set<String> TURNING_THE_TREE = Set.of("change-type", "reassign", "merge", "dissolve",
            "restore");

    private final Organizations organizations;
    private final OrganizationTree tree;
    private final OrganizationRules rules;
    private final List<OrganizationHoldings> holdings;
    private final ChangeNature changeNature;
    private final Relocate relocate;
    private final OrganizationChanges changes;
    private final StepHistory history;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final Outbox outbox;
    private final Clock clock;

    TakeOrganizationStep(Organizations organizations, OrganizationTree tree, OrganizationRules rules,
            @All List<OrganizationHoldings> holdings, ChangeNature changeNature, Relocate relocate,
            OrganizationChanges changes, StepHistory history, SecondPerson secondPerson,
            StepJudge judge, Outbox outbox, Clock clock) {
        this.organizations = organizations;
        this.tree = tree;
        this.rules = rules;
        this.holdings = holdings;
        this.changeNature = changeNature;
        this.relocate = relocate;
        this.changes = changes;
        this.history = history;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.outbox = outbox;
        this.clock = clock;
    }

    Transitions open(PartyOrganization organization) {
        return judge.open(OrganizationSteps.STEPS, subject(organization, null));
    }

    public PartyOrganization handle(UUID id, long read, OrganizationMove move) {
        if (TURNING_THE_TREE.contains(move.transition())) {
            tree.take();
        }
        var organization = organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, organization.version());
        var step = judge.require(OrganizationSteps.STEPS, subject(organization, move), move.transition(), move.on());
        var news = take(organization, move);
        organizations.flush();
        history.add(PartyOrganization.RESOURCE, id, organization.version(), organization.path(), step, move.on(),
                move.comment());
        changes.add(id, move);
        outbox.append(news, organization.path());
        return organization;
    }

    private OrganizationNews take(PartyOrganization organization, OrganizationMove move) {
        switch (move.transition()) {
            case "activate" -> organization.activate(move.on(), clock.instant());
            case "rename" ->
                organization.rename(OrganizationMove.needed(move.name(), "name"), move.shortName(), move.on());
            case "change-type" -> changeNature.of(organization, move);
            case "reassign" -> relocate.under(organization, move);
            case "merge" -> relocate.into(organization, move);
            case "dissolve" -> organization.dissolve(move.on());
            default -> organization.restore(move.on());
        }
        organizations.flush();   // the version stands in the row before the event carries it
        var state = organization.news();
        return switch (move.transition()) {
            case "activate" -> new OrganizationNews.Activated(state);
            case "rename" -> new OrganizationNews.Renamed(state);
            case "change-type" -> new OrganizationNews.TypeChanged(state);
            case "reassign" -> new OrganizationNews.Reassigned(state);
            case "merge" -> new OrganizationNews.Merged(state);
            case "dissolve" -> new OrganizationNews.Dissolved(state);
            default -> new OrganizationNews.Restored(state);
        };
    }

    private Subject<OrganizationState, OrganizationSteps.Facts> subject(PartyOrganization organization,
            OrganizationMove move) {
        return new Subject<>(organization.state(), organization.version(), organization.path(),
                organization.changedOn(), new OrganizationSteps.Facts(organization, move, rules, tree, holdings))
                .lastBy(secondPerson.lastHand(organization.id()));
    }
}
