package io.zhixing.organization.dues;

import java.time.Clock;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.time.Shanghai;

/** Proposes a table of rates for one category, at the root; it leaves no base without a rate and none with two. */
@RequestScoped
public class ProposeRates {

    private final RateTables tables;
    private final DuesRates rates;
    private final Organizations organizations;
    private final Access access;
    private final Clock clock;

    ProposeRates(RateTables tables, DuesRates rates, Organizations organizations, Access access, Clock clock) {
        this.tables = tables;
        this.rates = rates;
        this.organizations = organizations;
        this.access = access;
        this.clock = clock;
    }

    RateTable handle(RateTable.Facts facts) {
        organizations.requireRootGrant(access, Roles.OFFICER);
        var faults = new Faults().addIf(facts.on().isAfter(Shanghai.today(clock)),
                OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), facts.on()));
        RateBracket.judge(facts.brackets(), faults);
        rates.newest(facts.category()).filter(newest -> !facts.effectiveFrom().isAfter(newest))
                .ifPresent(newest -> faults.add(OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/effectiveFrom"), facts.effectiveFrom(), newest.plusDays(1))));
        faults.refuse();
        var table = new RateTable(facts);
        tables.persistAndFlush(table);
        return table;
    }
}
