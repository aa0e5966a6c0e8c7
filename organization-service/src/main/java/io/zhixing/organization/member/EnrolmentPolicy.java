package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.nationalcode.CodeList;
import io.zhixing.organization.nationalcode.NationalCodes;
import io.zhixing.organization.rule.Rule;
import io.zhixing.organization.rule.RuleBook;
import io.zhixing.organization.rule.RuleTable;
import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.structure.Seat;
import io.zhixing.organization.structure.TemporaryBranch;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** What a member must satisfy to be put on a roll, whether he comes by a call or in a file. */
@ApplicationScoped
class EnrolmentPolicy {

    private final NationalCodes codes;
    private final Rules rules;

    EnrolmentPolicy(NationalCodes codes, Rules rules) {
        this.codes = codes;
        this.rules = rules;
    }

    /** The fields in which the caller named the branch and the first day on its roll. */
    record Fields(String branch, String onRollFrom) {}

    /** The rules for many members: read once, when the first asks for them; few files have one who does. */
    RuleBook rulesForMany() {
        return new RuleBook() {

            private RuleTable ofTemporaryBranches;

            @Override
            public Optional<Rule> inForce(String code, String appliesTo, LocalDate on) {
                if (ofTemporaryBranches == null) {
                    ofTemporaryBranches = rules.table(TemporaryBranch.code(TemporaryBranch.Doing.ADMISSIONS));
                }
                return ofTemporaryBranches.inForce(code, appliesTo, on);
            }
        };
    }

    Faults judge(PartyMember.Facts facts, CitizenId idNumber, Seat branch, Fields fields, LocalDate today) {
        return judge(facts, idNumber, branch, fields, today, rules);
    }

    /**
     * @param idNumber null when it is no valid one
     * @param rules asked of temporary branches alone
     */
    Faults judge(PartyMember.Facts facts, CitizenId idNumber, Seat branch, Fields fields, LocalDate today,
            RuleBook rules) {
        var faults = new Faults();
        judgeIdNumber(facts, idNumber, faults);
        faults.addIf(!branch.isBranch(), OrganizationProblems.MEMBERS_ONLY_ON_BRANCH.at(Place.pointer(fields.branch())))
                .addIf(!branch.isInPlace(),
                        OrganizationProblems.ORGANIZATION_NOT_IN_PLACE.at(Place.pointer(fields.branch())));
        judgeDays(facts, branch, fields.onRollFrom(), today, faults);
        if (facts.joinedOn().equals(facts.onRollFrom())) {   // he joins the Party here
            TemporaryBranch.against(rules, branch.kind(), TemporaryBranch.Doing.ADMISSIONS, facts.onRollFrom())
                    .ifPresent(rule -> faults.add(OrganizationProblems.TEMPORARY_BRANCH_REFUSED
                            .at(Place.pointer(fields.branch()), rule.source())));
        }
        judgeEthnicity(facts.ethnicityCode(), faults);
        return faults;
    }

    void judgeEthnicity(String code, Faults faults) {
        faults.addIf(!codes.has(CodeList.ETHNICITY, code),
                OrganizationProblems.ETHNICITY_UNKNOWN.at(Place.pointer("/ethnicityCode"), code));
    }

    /** Never says the number: a problem body is logged and passed on. */
    private static void judgeIdNumber(PartyMember.Facts facts, CitizenId idNumber, Faults faults) {
        var place = Place.pointer("/idNumber");
        if (idNumber == null) {
            faults.add(OrganizationProblems.ID_NUMBER_INVALID.at(place));
            return;
        }
        faults.addIf(!idNumber.birthDate().equals(facts.birthDate()),
                OrganizationProblems.ID_NUMBER_BIRTH_DATE_MISMATCH.at(place))
                .addIf(!idNumber.sexCode().equals(facts.sexCode()),
                        OrganizationProblems.ID_NUMBER_SEX_MISMATCH.at(place));
    }

    private static void judgeDays(PartyMember.Facts facts, Seat branch, String onRollFrom, LocalDate today,
            Faults faults) {
        faults.addIf((facts.memberType() == MemberType.FULL) == (facts.fullSince() == null),
                OrganizationProblems.FULL_SINCE_REQUIRED.at(Place.pointer("/fullSince")));
        order(faults, "/joinedOn", facts.birthDate().plusDays(1), facts.joinedOn());
        order(faults, onRollFrom, facts.joinedOn(), facts.onRollFrom());
        order(faults, onRollFrom, branch.establishedOn(), facts.onRollFrom());
        future(faults, "/joinedOn", facts.joinedOn(), today);
        future(faults, onRollFrom, facts.onRollFrom(), today);
        if (facts.fullSince() != null) {
            order(faults, "/fullSince", facts.joinedOn(), facts.fullSince());
            future(faults, "/fullSince", facts.fullSince(), today);
        }
    }

    static void order(Faults faults, String pointer, LocalDate earliest, LocalDate day) {
        faults.addIf(day.isBefore(earliest),
                OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer(pointer), day, earliest));
    }

    static void future(Faults faults, String pointer, LocalDate day, LocalDate today) {
        faults.addIf(day.isAfter(today), OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer(pointer), day));
    }
}
