package io.zhixing.organization.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.Step;
import io.zhixing.platform.transition.StepHistory;

/** Sets right what was written wrongly about a member; the reason stands in his history. */
@RequestScoped
public class CorrectMember {

    private final Members members;
    private final IdNumbers idNumbers;
    private final EnrolmentPolicy policy;
    private final Access access;
    private final StepHistory history;
    private final Outbox outbox;
    private final Clock clock;

    CorrectMember(Members members, IdNumbers idNumbers, EnrolmentPolicy policy, Access access, StepHistory history,
            Outbox outbox, Clock clock) {
        this.members = members;
        this.idNumbers = idNumbers;
        this.policy = policy;
        this.access = access;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PartyMember handle(UUID id, long read, MemberCorrection stated) {
        var member = members.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        ETag.check(read, member.version());
        var today = Shanghai.today(clock);
        var number = stated.idNumber() == null ? null : CitizenId.of(stated.idNumber(), today).orElse(null);
        judge(member, stated, number, today);
        member.correct(stated, number, number == null ? null : idNumbers.kept(id, number));
        members.flush();
        if (member.version() == read) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        history.add(PartyMember.RESOURCE, id, member.version(), member.path(), correction(member.status()), today,
                stated.reason());
        outbox.append(new MemberChange.Corrected(member.state(today, null)), member.path());
        return member;
    }

    private void judge(PartyMember member, MemberCorrection stated, CitizenId number, LocalDate today) {
        var faults = new Faults();
        faults.addIf(stated.idNumber() != null && number == null,
                OrganizationProblems.ID_NUMBER_INVALID.at(Place.pointer("/idNumber")));
        if (stated.ethnicityCode() != null) {
            policy.judgeEthnicity(stated.ethnicityCode(), faults);
        }
        faults.addIf(stated.fullSince() != null && member.isProbationary(),
                OrganizationProblems.FULL_SINCE_REQUIRED.at(Place.pointer("/fullSince")));
        var birth = number == null ? member.birthDate() : number.birthDate();
        var joined = stated.joinedOn() == null ? member.joinedOn() : stated.joinedOn();
        var full = stated.fullSince() == null ? member.fullSince() : stated.fullSince();
        EnrolmentPolicy.order(faults, "/joinedOn", birth.plusDays(1), joined);
        EnrolmentPolicy.order(faults, "/joinedOn", joined, member.onRollFrom());
        if (full != null) {
            EnrolmentPolicy.order(faults, "/fullSince", joined, full);
            EnrolmentPolicy.future(faults, "/fullSince", full, today);
        }
        faults.refuse();
    }

    private static Step<MemberStatus, Void> correction(MemberStatus status) {
        return Step.of("correct", status, status);
    }
}
