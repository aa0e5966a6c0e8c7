package io.zhixing.organization.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.Sides;
import io.zhixing.organization.structure.TemporaryBranch;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Closes a month of a branch: whoever has not paid through it falls into arrears, and that alone is published. */
@RequestScoped
public class CloseMonth {

    private final DuesBook book;
    private final ArrearsBook arrears;
    private final Organizations organizations;
    private final Sides sides;
    private final Rules rules;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    CloseMonth(DuesBook book, ArrearsBook arrears, Organizations organizations, Sides sides, Rules rules, Access access,
            Outbox outbox, Clock clock) {
        this.book = book;
        this.arrears = arrears;
        this.organizations = organizations;
        this.sides = sides;
        this.rules = rules;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The id of the closing. */
    public UUID handle(UUID organizationId, String stated, LocalDate on) {
        var branch = organizations.locked(organizationId).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"), organizationId))));
        access.require(branch.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        var month = Month.firstDay(stated);
        var last = book.lastClosed(organizationId);
        new Faults()
                .addIf(!branch.isBranch(),
                        OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer("/organizationId")))
                .addIf(on.isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), on))
                .addIf(!Month.isOver(month, on), OrganizationProblems.DUES_MONTH_NOT_OVER
                        .at(Place.pointer("/month"), stated))
                .refuse();
        TemporaryBranch.against(rules, branch.kind(), TemporaryBranch.Doing.DUES, on).ifPresent(rule -> {
            throw OrganizationProblems.TEMPORARY_BRANCH_REFUSED.about(rule.source());
        });
        if (last.isPresent() && month.isBefore(last.get())) {
            throw OrganizationProblems.DUES_MONTH_CLOSED.about();
        }
        var id = book.addClosing(organizationId, month, on);
        hold(organizationId, branch.path(), month);
        outbox.appendAll(arrears.fallBehind(organizationId, month, on), branch.path());
        return id;
    }

    /**
     * Holds the rows of everybody on that roll, the branch before its members as everywhere: a receipt either is seen by this
     * closing or sees it. Who has gone elsewhere since is reached there, since he owes the month all the same.
     */
    private void hold(UUID branch, String path, LocalDate month) {
        var roll = arrears.rollAtEndOf(branch, month);
        var elsewhere = roll.stream().map(ArrearsBook.OnRoll::path).filter(place -> !place.equals(path)).distinct()
                .toList();
        if (!elsewhere.isEmpty()) {
            sides.reachAlso(elsewhere);
        }
        arrears.lock(roll.stream().map(ArrearsBook.OnRoll::member).toList());
    }
}
