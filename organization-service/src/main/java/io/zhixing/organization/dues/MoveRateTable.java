package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.dues.RateTable.RateTableState;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.SecondPerson;
import io.zhixing.platform.access.Access;
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

/** 确认、撤回: the table that one person at the root proposes another one there confirms, and from its day on all pay by it. */
@RequestScoped
public class MoveRateTable {

    /** @param newest first day of the newest table of its category that was adopted; null when none was */
    record Facts(RateTable table, LocalDate newest) {}

    /** Another table may have been adopted since this one was proposed. */
    private static final Guard<Facts> AFTER_THE_TABLE_BEFORE = (facts, on) -> facts.newest() == null
            || facts.table().effectiveFrom().isAfter(facts.newest())
                    ? Optional.empty()
                    : Optional.of(OrganizationProblems.DAYS_INCONSISTENT.about(facts.table().effectiveFrom(),
                            facts.newest().plusDays(1)));

    public static final Steps<RateTableState, Facts> STEPS = Steps.of(
            step("confirm", RateTableState.ADOPTED, "确认施行", "Confirm").when(AFTER_THE_TABLE_BEFORE)
                    .secondPersonWhen(facts -> true, OrganizationProblems.SUBMITTER_APPROVES),
            step("withdraw", RateTableState.WITHDRAWN, "撤回", "Withdraw"));

    private final RateTables tables;
    private final DuesRates rates;
    private final Organizations organizations;
    private final Access access;
    private final SecondPerson secondPerson;
    private final StepJudge judge;
    private final StepHistory history;

    MoveRateTable(RateTables tables, DuesRates rates, Organizations organizations, Access access,
            SecondPerson secondPerson, StepJudge judge, StepHistory history) {
        this.tables = tables;
        this.rates = rates;
        this.organizations = organizations;
        this.access = access;
        this.secondPerson = secondPerson;
        this.judge = judge;
        this.history = history;
    }

    Transitions open(RateTable table) {
        return judge.open(STEPS, subject(table));
    }

    public RateTable handle(UUID id, long read, Move move) {
        organizations.requireRootGrant(access, Roles.OFFICER);
        var table = tables.locked(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        ETag.check(read, table.version());
        rates.lock(table.category());
        var step = judge.require(STEPS, subject(table), move.transition(), move.on());
        table.reach(step.to(), move.on());
        tables.flush();
        if (step.to() == RateTableState.ADOPTED) {
            rates.replace(table.category(), table.effectiveFrom(), table.brackets(), table.source());
        }
        history.add(RateTable.RESOURCE, id, table.version(), Organizations.rootPath(), step, move.on(),
                move.comment());
        return table;
    }

    private Subject<RateTableState, Facts> subject(RateTable table) {
        return new Subject<>(table.state(), table.version(), Organizations.rootPath(), table.steppedOn(),
                new Facts(table, rates.newest(table.category()).orElse(null)))
                .lastBy(secondPerson.lastHand(table.id()));
    }

    private static Step<RateTableState, Facts> step(String name, RateTableState to, String zh, String en) {
        return Step.<RateTableState, Facts>of(name, RateTableState.PROPOSED, to).called(zh, en).by(Roles.OFFICER);
    }
}
