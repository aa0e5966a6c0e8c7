package io.zhixing.organization.dues;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** Asks for a reduction of a member's dues. */
@RequestScoped
public class AskReduction {

    private final Reductions reductions;
    private final Members members;
    private final Access access;
    private final Caller caller;
    private final Clock clock;

    AskReduction(Reductions reductions, Members members, Access access, Caller caller, Clock clock) {
        this.reductions = reductions;
        this.members = members;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    DuesReduction handle(DuesReduction.Facts facts) {
        var member = members.findByIdOptional(facts.memberId()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), facts.memberId()))));
        access.require(member.path(), Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        new Faults()
                .addIf(facts.on().isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), facts.on()))
                .addIf(facts.toMonth().isBefore(facts.fromMonth()), OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/toMonth"), Month.text(facts.toMonth()), Month.text(facts.fromMonth())))
                .refuse();
        var reduction = new DuesReduction(facts, caller.name());
        reductions.persistAndFlush(reduction);
        return reduction;
    }
}
