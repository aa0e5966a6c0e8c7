package io.zhixing.organization.structure;

import java.time.LocalDate;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.division.Division;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** What an organization must satisfy to be set up, whether it comes by a call or in a file. */
final class NewOrganizationPolicy {

    private NewOrganizationPolicy() {}

    /**
     * Its place below a superior.
     *
     * @param allowed whether its type may stand under the superior's
     * @param parentField the field in which the caller named the superior
     */
    static Faults below(Seat parent, PartyOrganization.Facts facts, boolean allowed, String parentField) {
        return new Faults()
                .addIf(!allowed,
                        OrganizationProblems.ORGANIZATION_TYPE_NOT_UNDER_PARENT.at(Place.pointer("/type"),
                                facts.type()))
                .addIf(!OrganizationCode.isDirectlyUnder(facts.code(), parent.code()),
                        OrganizationProblems.ORGANIZATION_CODE_NOT_UNDER_PARENT.at(Place.pointer("/code")))
                .addIf(!parent.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(parentField)));
    }

    /**
     * What it says of itself.
     *
     * @param division of its area code; null when there is none
     */
    static Faults judge(PartyOrganization.Facts facts, Division division, LocalDate today, Faults faults) {
        return judgeArea(facts.areaCode(), division, facts.establishedOn(), faults)
                .addIf(facts.establishedOn().isAfter(today),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/establishedOn"), facts.establishedOn()))
                .addIf(facts.unitCreditCode() != null && CreditCode.of(facts.unitCreditCode()).isEmpty(),
                        OrganizationProblems.CREDIT_CODE_INVALID.at(Place.pointer("/unitCreditCode")))
                .addIf(facts.kind() != null && facts.type() != OrganizationType.BRANCH,
                        OrganizationProblems.BRANCH_KIND_WITHOUT_BRANCH.at(Place.pointer("/kind"), facts.type()))
                .addIf(!facts.particulars().sufficeFor(facts.kind()),
                        OrganizationProblems.FLOATING_BRANCH_WITHOUT_ORIGIN.at(Place.pointer("/kind")))
                .addIf(!facts.particulars().mayStandIn(facts.kind()),
                        OrganizationProblems.PROJECT_WITHOUT_TEMPORARY_BRANCH.at(Place.pointer("/projectId")));
    }

    /**
     * Where it is from a day on: a place whose code was not withdrawn by then. That a code is younger does not matter: who
     * was set up before it is entered by the code of today.
     *
     * @param division of the code; null when there is none
     */
    static Faults judgeArea(String code, Division division, LocalDate on, Faults faults) {
        var pointer = Place.pointer("/areaCode");
        if (division == null) {
            return faults.add(OrganizationProblems.AREA_UNKNOWN.at(pointer, code));
        }
        return faults.addIf(!division.isPlace(), OrganizationProblems.AREA_NOT_A_PLACE.at(pointer, code))
                .addIf(division.isWithdrawnOn(on),
                        OrganizationProblems.AREA_WITHDRAWN.at(pointer, code, division.validTo()));
    }
}
