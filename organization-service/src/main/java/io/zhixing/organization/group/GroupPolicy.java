package io.zhixing.organization.group;

import java.time.LocalDate;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** What a Party group must satisfy to be formed, whether by a call or from a file. */
final class GroupPolicy {

    private GroupPolicy() {}

    /** The fields in which the caller named the branch and the leader. */
    record Fields(String branch, String leader) {}

    /** @param ledByItsOwn whether its leader is on the branch's roll; true where none is named */
    static Faults judge(Seat branch, boolean ledByItsOwn, LocalDate formedOn, LocalDate today, Fields fields) {
        return new Faults()
                .addIf(!branch.isBranch(),
                        OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer(fields.branch())))
                .addIf(!branch.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(fields.branch())))
                .addIf(!ledByItsOwn, OrganizationProblems.LEADER_NOT_OF_BRANCH.at(Place.pointer(fields.leader())))
                .addIf(formedOn.isBefore(branch.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/formedOn"), formedOn,
                                branch.establishedOn()))
                .addIf(formedOn.isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/formedOn"), formedOn));
    }
}
