package io.zhixing.organization.post;

import java.time.LocalDate;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** What a post must satisfy to be taken, whether it comes by a call or in a file. */
final class PostPolicy {

    private PostPolicy() {}

    /**
     * @param joinedOn since when he is a member; null where he lies outside the caller's scope, and neither day is judged
     * @param fullSince since when he is a full member; null for a probationary one
     * @param onRoll whether he stands on a roll now; who does not may have held posts, but holds none
     * @param field in which the caller named him
     */
    record Holder(LocalDate joinedOn, LocalDate fullSince, boolean onRoll, String field) {

        /** Unless he is seen to be probationary on that day. */
        boolean isElectableOn(LocalDate day) {
            return joinedOn == null || fullSince != null && !fullSince.isAfter(day);
        }
    }

    /**
     * @param holder whose post it is
     * @param organizationField the field in which the caller named the organization
     */
    static Faults judge(PostHolding.Facts facts, Seat organization, Holder holder, String organizationField,
            LocalDate today) {
        var joinedOn = holder.joinedOn();
        return new Faults()
                .addIf(!organization.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(organizationField)))
                .addIf(facts.from().isBefore(organization.establishedOn()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/from"), facts.from(),
                                organization.establishedOn()))
                .addIf(joinedOn != null && facts.from().isBefore(joinedOn),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/from"), facts.from(), joinedOn))
                .addIf(facts.basis() != Basis.APPOINTED && !holder.isElectableOn(facts.from()),
                        OrganizationProblems.MEMBER_NOT_ELECTABLE.at(Place.pointer(holder.field()), facts.from()))
                .addIf(!holder.onRoll() && facts.to() == null,
                        OrganizationProblems.MEMBER_ON_NO_ROLL.at(Place.pointer(holder.field())))
                .addIf(facts.from().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/from"), facts.from()))
                .addIf(facts.to() != null && !facts.to().isAfter(facts.from()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/to"), facts.to(),
                                facts.from().plusDays(1)))
                .addIf(facts.to() != null && facts.to().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/to"), facts.to()));
    }
}
