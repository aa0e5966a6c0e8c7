package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.project.Actor;
import io.zhixing.project.ProjectProblems;
import io.zhixing.project.Roles;
import io.zhixing.project.obligation.Obligation;
import io.zhixing.project.obligation.Obligations;

/** Draws up a payment order with its payee lines and, where a day is given, submits it in the same request. */
@RequestScoped
public class RequestDisbursement {

    private final Access access;
    private final Budgets budgets;
    private final Disbursements disbursements;
    private final PayeeLines lines;
    private final Obligations obligations;
    private final MoveDisbursement steps;
    private final StepHistory history;
    private final Actor actor;
    private final Outbox outbox;

    RequestDisbursement(Access access, Budgets budgets, Disbursements disbursements, PayeeLines lines,
            Obligations obligations, MoveDisbursement steps, StepHistory history, Actor actor, Outbox outbox) {
        this.access = access;
        this.budgets = budgets;
        this.disbursements = disbursements;
        this.lines = lines;
        this.obligations = obligations;
        this.steps = steps;
        this.history = history;
        this.actor = actor;
        this.outbox = outbox;
    }

    /** @param submittedOn null to keep a draft */
    public Disbursement handle(Disbursement.Facts facts, LocalDate submittedOn) {
        var budget = budgets.find(facts.budgetId()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/budgetId"), facts.budgetId()))));
        access.require(budget.path(), Roles.FUND_REQUESTER, Roles.SYSTEM_CLIENT);
        refuseObligationsElsewhere(facts, budget.countyCode());
        var order = new Disbursement(facts, budget, actor.id());
        if (submittedOn == null) {
            disbursements.persistAndFlush(order);
        } else {
            var step = steps.submission(order, submittedOn);
            order.reach(step.to(), submittedOn, actor.id());
            disbursements.persistAndFlush(order);
            history.add(Disbursement.RESOURCE, order.id(), order.version(), order.path(), step, submittedOn, null);
        }
        lines.add(order, facts.lines());
        outbox.append(order.changed(OrderState.DRAFT, order.unanswered()), order.path());
        return order;
    }

    /** Neither the county of a budget nor that of an obligation ever changes. */
    private void refuseObligationsElsewhere(Disbursement.Facts facts, String county) {
        var named = facts.lines().stream().map(PayeeLine::obligationId).filter(Objects::nonNull).distinct().toList();
        if (named.isEmpty()) {
            return;
        }
        var counties = obligations.withIds(named).stream()
                .collect(Collectors.toMap(Obligation::id, Obligation::countyCode));
        var faults = new Faults();
        for (int i = 0; i < facts.lines().size(); i++) {
            var settles = facts.lines().get(i).obligationId();
            if (settles != null && !county.equals(counties.get(settles))) {
                var place = Place.pointer("/lines/" + i + "/obligationId");
                faults.add(counties.containsKey(settles)
                        ? ProjectProblems.COUNTY_MISMATCH.at(place)
                        : PlatformProblems.REFERENCE_UNKNOWN.at(place, settles));
            }
        }
        faults.refuse();
    }
}
