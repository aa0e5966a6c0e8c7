package io.zhixing.organization.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.Members;
import io.zhixing.organization.member.PartyMember;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/**
 * Assesses a member's dues for a month: the whole base at the one rate of its bracket, less a reduction that was approved.
 * A member pays from the month of the vote that admitted him on probation. Source: 中组发〔2008〕3号. A month that has not begun
 * is not assessed: a change of pay counts from its own month, which nobody knows before.
 */
@RequestScoped
public class AssessDues {

    /** @param fixedFen the amount chosen where the table has a range instead of a rate */
    public record Stated(UUID memberId, String month, DuesCategory category, long baseFen, Long fixedFen) {}

    private final DuesBook book;
    private final DuesRates rates;
    private final LocalAmounts amounts;
    private final Members members;
    private final Access access;
    private final Clock clock;

    AssessDues(DuesBook book, DuesRates rates, LocalAmounts amounts, Members members, Access access,
            Clock clock) {
        this.book = book;
        this.rates = rates;
        this.amounts = amounts;
        this.members = members;
        this.access = access;
        this.clock = clock;
    }

    AssessmentView handle(Stated stated) {
        var member = members.findByIdOptional(stated.memberId()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberId"), stated.memberId()))));
        access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        var assessment = judged(stated, member);
        book.addAssessment(assessment);
        return assessment;
    }

    /** What the rules of the month make of it now, by the branch of its roll; nothing is written. */
    AssessmentView judged(Stated stated, PartyMember member) {
        var month = Month.firstDay(stated.month());
        var rate = rates.inForce(stated.category(), stated.baseFen(), month);
        var due = new LocalAmounts.Due(member.id(), month, stated.category());
        var local = rate.filter(one -> one.basisPoints() == null).map(one -> amounts.nearest(List.of(due)).get(due));
        return assessed(stated, member.joinedOn(), rate, local, book.reduction(member.id(), month),
                Shanghai.today(clock));
    }

    /** What the rules make of it, whether it comes by a call or in a file. */
    static AssessmentView assessed(Stated stated, LocalDate joinedOn, Optional<DuesRate> inForce,
            Optional<LocalAmounts.Range> local, Optional<DuesBook.Covering> reduction, LocalDate today) {
        var month = Month.firstDay(stated.month());
        new Faults()
                .addIf(month.isBefore(joinedOn.withDayOfMonth(1)),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/month"), stated.month(),
                                Month.text(joinedOn)))
                .addIf(month.isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/month"), stated.month()))
                .refuse();
        var rate = inForce.orElseThrow(() -> new ProblemException(
                List.of(OrganizationProblems.RATE_UNKNOWN.at(Place.pointer("/month"), stated.month()))));
        long full = amount(rate, local.orElse(null), stated);
        long due = full - reduction.map(covering -> DuesRate.share(full, covering.basisPointsOff())).orElse(0L);
        return new AssessmentView(Ids.next(), stated.memberId(), stated.month(), stated.category(), stated.baseFen(),
                rate.id(), full, due, reduction.map(DuesBook.Covering::id).orElse(null),
                local.map(LocalAmounts.Range::id).orElse(null), null, null);
    }

    /** @param local within which it lies; null where nobody above has fixed anything */
    private static long amount(DuesRate rate, LocalAmounts.Range local, Stated stated) {
        if (rate.basisPoints() != null) {
            new Faults().addIf(stated.fixedFen() != null,
                    OrganizationProblems.DUES_AMOUNT_BY_RATE.at(Place.pointer("/fixedFen"))).refuse();
            return DuesRate.share(stated.baseFen(), rate.basisPoints());
        }
        long least = local == null ? rate.leastFen() : local.leastFen();
        long most = local == null ? rate.mostFen() : local.mostFen();
        long chosen = stated.fixedFen() == null ? least : stated.fixedFen();
        new Faults().addIf(chosen < least || chosen > most,
                OrganizationProblems.DUES_AMOUNT_INVALID.at(Place.pointer("/fixedFen"), least, most)).refuse();
        return chosen;
    }
}
