package io.zhixing.organization.member;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/** Puts a member on the roll of a branch. */
@RequestScoped
public class EnrolMember {

    private static final EnrolmentPolicy.Fields FIELDS = new EnrolmentPolicy.Fields("/organizationId", "/onRollFrom");
    /** The day of the receipt is the first on the roll; the branch is the one for which it is taken. */
    private static final EnrolmentPolicy.Fields OF_A_RECEIPT = new EnrolmentPolicy.Fields("/on", "/on");

    private final Members members;
    private final Rolls rolls;
    private final Organizations organizations;
    private final IdNumbers idNumbers;
    private final EnrolmentPolicy policy;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    EnrolMember(Members members, Rolls rolls, Organizations organizations, IdNumbers idNumbers,
            EnrolmentPolicy policy, Access access, Outbox outbox, Clock clock) {
        this.members = members;
        this.rolls = rolls;
        this.organizations = organizations;
        this.idNumbers = idNumbers;
        this.policy = policy;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    public PartyMember handle(PartyMember.Facts facts) {
        return handle(facts, FIELDS);
    }

    /** Who is received from outside the register and was never in it. */
    public PartyMember arriving(PartyMember.Facts facts) {
        return handle(facts, OF_A_RECEIPT);
    }

    private PartyMember handle(PartyMember.Facts facts, EnrolmentPolicy.Fields fields) {
        var branch = organizations.findByIdOptional(facts.organizationId()).orElseThrow(() -> new ProblemException(
                List.of(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"),
                        facts.organizationId()))))
                .seat();
        access.require(branch.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        var today = Shanghai.today(clock);
        var idNumber = CitizenId.of(facts.idNumber(), today);
        policy.judge(facts, idNumber.orElse(null), branch, fields, today).refuse();

        var id = Ids.next();
        var member = new PartyMember(id, facts, idNumbers.kept(id, idNumber.orElseThrow()), branch.path());
        members.persistAndFlush(member);
        rolls.open(member);
        outbox.append(member.enrolled(), branch.path());
        return member;
    }
}
