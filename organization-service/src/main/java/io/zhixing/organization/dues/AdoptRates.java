package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** Adopts a table of rates for one category; it leaves no base without a rate and none with two. */
@RequestScoped
public class AdoptRates {

    /** @param toFen included; null in the last bracket */
    public record Bracket(long fromFen, Long toFen, int basisPoints) {

        private boolean isFollowedBy(Bracket next) {
            return toFen != null && toFen >= fromFen && next.fromFen == toFen + 1;
        }
    }

    private final DuesRates rates;
    private final Organizations organizations;
    private final Access access;

    AdoptRates(DuesRates rates, Organizations organizations, Access access) {
        this.rates = rates;
        this.organizations = organizations;
        this.access = access;
    }

    public void handle(DuesCategory category, LocalDate from, List<Bracket> brackets, String source) {
        organizations.requireRootGrant(access, Roles.OFFICER);
        var faults = new Faults();
        IntStream.range(0, brackets.size() - 1)
                .filter(i -> !brackets.get(i).isFollowedBy(brackets.get(i + 1)))
                .forEach(i -> faults.add(OrganizationProblems.RATE_TABLE_GAP
                        .at(Place.pointer("/brackets/" + (i + 1) + "/fromFen"))));
        faults.addIf(brackets.get(0).fromFen() != 0,
                OrganizationProblems.RATE_TABLE_GAP.at(Place.pointer("/brackets/0/fromFen")))
                .addIf(brackets.get(brackets.size() - 1).toFen() != null, OrganizationProblems.RATE_TABLE_GAP
                        .at(Place.pointer("/brackets/" + (brackets.size() - 1) + "/toFen")));
        rates.newest(category).filter(newest -> !from.isAfter(newest)).ifPresent(newest -> faults.add(
                OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/effectiveFrom"), from, newest.plusDays(1))));
        faults.refuse();
        rates.replace(category, from, brackets, source);
    }
}
