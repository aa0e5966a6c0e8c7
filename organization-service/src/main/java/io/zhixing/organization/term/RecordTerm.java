package io.zhixing.organization.term;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.term.CommitteeTerm.TermState;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.StepHistory;

/** Puts terms into the register: those that ran before it, and the one that a confirmed election begins. */
@RequestScoped
public class RecordTerm {

    /** @param endedOn null for the term that runs */
    public record Stated(UUID organizationId, int number, LocalDate electedOn, int years, LocalDate endedOn,
            String deviationReason) {}

    /**
     * The organization that elects, as far as a term is judged by it.
     *
     * @param namedBy pointer to the field of the body or the column of the file that names it
     * @param inPlace whether it is being set up or at work
     */
    record Elector(String namedBy, boolean inPlace, LocalDate establishedOn) {}

    private final Terms terms;
    private final TermPolicy policy;
    private final Organizations organizations;
    private final Access access;
    private final StepHistory history;
    private final Outbox outbox;
    private final Clock clock;

    RecordTerm(Terms terms, TermPolicy policy, Organizations organizations, Access access, StepHistory history,
            Outbox outbox, Clock clock) {
        this.terms = terms;
        this.policy = policy;
        this.organizations = organizations;
        this.access = access;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    public CommitteeTerm handle(Stated stated) {
        var organization = organizations.locked(stated.organizationId())
                .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/organizationId"), stated.organizationId()))));
        access.require(organization.superiorPath(), Roles.OFFICER, Roles.SYSTEM);
        var deviation = policy.deviation(organization.type(), organization.sector(), stated.years(),
                stated.electedOn());
        judge(stated, new Elector("/organizationId", organization.isInPlace(), organization.establishedOn()),
                deviation.orElse(null), Shanghai.today(clock));
        var term = recorded(stated, deviation.orElse(null));
        terms.persistAndFlush(term);
        outbox.append(term.changed(stated.electedOn()), organization.path());
        return term;
    }

    static CommitteeTerm recorded(Stated stated, Rule deviation) {
        return new CommitteeTerm(new CommitteeTerm.Facts(stated.organizationId(), stated.number(), stated.electedOn(),
                stated.years(), stated.endedOn(), deviation == null ? null : stated.deviationReason(),
                deviation == null ? null : deviation.source(), null));
    }

    /**
     * What stands against it, whether it comes by a call or in a file.
     *
     * @param deviation the rule from which its years differ; null when they do not
     */
    static void judge(Stated stated, Elector elector, Rule deviation, LocalDate today) {
        var faults = new Faults()
                .addIf(!elector.inPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(elector.namedBy())))
                .addIf(stated.electedOn().isBefore(elector.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/electedOn"), stated.electedOn(),
                                elector.establishedOn()))
                .addIf(stated.electedOn().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/electedOn"), stated.electedOn()))
                .addIf(stated.endedOn() != null && !stated.endedOn().isAfter(stated.electedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/endedOn"), stated.endedOn(),
                                stated.electedOn().plusDays(1)))
                .addIf(stated.endedOn() != null && stated.endedOn().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/endedOn"), stated.endedOn()));
        TermPolicy.against(Optional.ofNullable(deviation), stated.deviationReason()).ifPresent(faults::add);
        faults.refuse();
    }

    /**
     * What stands against the term that an election would begin on that day, by the rule of that day: it may be another one than
     * that of the day for which the election was planned. Source: 关于党的基层组织任期的意见, 2018; only what was elected before finishes
     * its term (A).
     */
    public Optional<ProblemException> againstNext(PartyOrganization organization, int years, LocalDate on) {
        return TermPolicy.againstBeginning(
                policy.deviation(organization.type(), organization.sector(), years, on));
    }

    /** What a confirmed election of all seats does: the term that ran ends, and the next one begins that day. */
    public CommitteeTerm next(PartyOrganization organization, UUID election, int years, String deviationReason,
            LocalDate on) {
        terms.running(organization.id()).ifPresent(old -> {
            old.end(on);
            terms.flush();
            history.add(CommitteeTerm.RESOURCE, old.id(), old.version(), organization.path(),
                    MoveTerm.STEPS.named(TermState.OPEN, "end"), on, null);
            outbox.append(old.changed(on), organization.path());
        });
        var deviation = policy.deviation(organization.type(), organization.sector(), years, on);
        var term = new CommitteeTerm(new CommitteeTerm.Facts(organization.id(),
                terms.newestNumber(organization.id()) + 1, on, years, null,
                deviation.isPresent() ? deviationReason : null, deviation.map(Rule::source).orElse(null), election));
        terms.persistAndFlush(term);
        outbox.append(term.changed(on), organization.path());
        return term;
    }
}
