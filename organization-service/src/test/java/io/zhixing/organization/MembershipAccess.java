package io.zhixing.organization;

import static io.zhixing.organization.Register.stepOf;

import io.zhixing.platform.testing.access.AccessMatrix;
import io.zhixing.platform.testing.access.Call;

/** What the access matrix is told of members' lives, groups, transfers, terms and dues; each write has a record in the right state. */
final class MembershipAccess {

    private static final String FIRST = "\"v1\"";

    private MembershipAccess() {}

    static void life(AccessMatrix matrix, Register.Organization branch) {
        var moved = Register.member(branch);
        var corrected = Register.member(branch);
        matrix.record("correctMember",
                Call.of(corrected).ifMatch(FIRST).body("{\"reason\":\"姓名用字有误\",\"name\":\"示例丁\"}"))
                .record("getMemberTransitions", Call.of(moved))
                .record("moveMember", Call.of(moved).ifMatch(FIRST)
                        .body(stepOf("exempt", "2016-01-04").with("exemptReason", "ILLNESS").toString()))
                .record("listMemberHistory", Call.of(moved))
                .list("listRollPeriods", moved);
        var group = Register.group(branch, "第一党小组").<String>path("id");
        matrix.naming("formPartyGroup", Call.plain().body(Register.groupOf(branch, "第二党小组").toString()))
                .list("listPartyGroups", group)
                .record("getPartyGroup", Call.of(group))
                .record("getPartyGroupTransitions", Call.of(group))
                .record("movePartyGroup", Call.of(group).ifMatch(FIRST)
                        .body(stepOf("change", "2016-01-04").with("name", "第三党小组").toString()))
                .record("listPartyGroupHistory", Call.of(group));
    }

    /** The receiver stands in another committee beside the own one: both sides see the transfer. */
    static void transfers(AccessMatrix matrix, Register.Organization branch, Register.Organization receiver) {
        var leaving = Register.member(branch);
        var transfer = Register.post(Register.TRANSFERS, Register.transfer(Register.member(branch), receiver))
                .<String>path("id");
        matrix.naming("draftTransfer", Call.plain().body(Register.transfer(leaving, receiver).toString()))
                .list("listTransfers", transfer)
                .record("getTransfer", Call.of(transfer))
                .record("getTransferTransitions", Call.of(transfer))
                .record("moveTransfer",
                        Call.of(transfer).ifMatch(FIRST).body(stepOf("submit", "2016-03-02").toString()))
                .record("listTransferHistory", Call.of(transfer));
    }

    static void terms(AccessMatrix matrix, Register.Organization branch, Register.Organization other) {
        var term = Register.post(Register.TERMS, Register.term(branch, 1, "2012-03-01", 3)).<String>path("id");
        var election = Register.post(Register.ELECTIONS, Register.election(branch, "2015-01-04", 1)).<String>path("id");
        matrix.naming("recordCommitteeTerm", Call.plain().body(Register.term(other, 1, "2012-03-01", 3).toString()))
                .list("listCommitteeTerms", term)
                .list("listOrganizationWorkItems", term, Call.plain().query("kind", "TERM_ENDING"))
                .record("getCommitteeTerm", Call.of(term))
                .record("getCommitteeTermTransitions", Call.of(term))
                .record("moveCommitteeTerm",
                        Call.of(term).ifMatch(FIRST).body(stepOf("postpone", "2015-02-01")
                                .with("until", "2015-09-01").with("comment", "村组撤并").toString()))
                .record("listCommitteeTermHistory", Call.of(term))
                .naming("applyForElection", Call.plain().body(Register.election(other, "2015-01-04", 1).toString()))
                .list("listElections", election)
                .record("getElection", Call.of(election))
                .record("getElectionTransitions", Call.of(election))
                .record("moveElection",
                        Call.of(election).ifMatch(FIRST).body(stepOf("approve", "2015-01-05").toString()))
                .record("listElectionHistory", Call.of(election));
    }

    static void dues(AccessMatrix matrix, Register.Organization branch, Register.Organization other) {
        var member = Register.member(branch);
        var assessment = Register.post(Dues.ASSESSMENTS, Dues.assessment(member, "2015-01", 300_000))
                .<String>path("id");
        Register.post(Dues.RECEIPTS, Dues.receipt(member, "2015-01"));
        var behind = Register.member(branch);
        var closing = Register.post(Dues.CLOSINGS, Dues.closing(branch, "2015-01")).<String>path("id");
        var reduction = Register.post(Dues.REDUCTIONS, Dues.reduction(member, "2016-01", "2016-06")).<String>path("id");
        var local = Register.post(Dues.LOCAL, Dues.local(branch, 50)).<String>path("id");
        matrix.naming("proposeLocalDuesAmount", Call.plain().body(Dues.local(other, 60).toString()))
                .list("listLocalDuesAmounts", local)
                .record("getLocalDuesAmount", Call.of(local))
                .record("getLocalDuesAmountTransitions", Call.of(local))
                .record("moveLocalDuesAmount",
                        Call.of(local).ifMatch(FIRST).body(stepOf("confirm", "2015-12-22").toString()))
                .record("listLocalDuesAmountHistory", Call.of(local));
        var table = Register.post(Dues.RATE_TABLES, Dues.rates(Dues.freshDay())).<String>path("id");
        matrix.sameForAll("listDuesRates", Call.plain())
                .sameForAll("listDuesRateTables", Call.plain())
                .sameForAll("getDuesRateTable", Call.of(table))
                .sameForAll("getDuesRateTableTransitions", Call.of(table))
                .sameForAll("listDuesRateTableHistory", Call.of(table))
                .naming("assessDues", Call.plain().body(Dues.assessment(member, "2015-02", 300_000).toString()))
                .list("listDuesAssessments", member)
                .record("getDuesAssessment", Call.of(assessment))
                .record("correctDuesAssessment", Call.of(assessment).body(Dues.reassessment(400_000).toString()))
                .naming("recordDuesReceipt", Call.plain().body(Dues.receipt(member, "2015-03").toString()))
                .list("listDuesReceipts", member)
                .naming("closeDuesMonth", Call.plain().body(Dues.closing(other, "2015-01").toString()))
                .list("listDuesClosings", closing)
                .list("listDuesArrears", behind)
                .naming("askDuesReduction",
                        Call.plain().body(Dues.reduction(behind, "2016-01", "2016-06").toString()))
                .list("listDuesReductions", reduction)
                .record("getDuesReduction", Call.of(reduction))
                .record("getDuesReductionTransitions", Call.of(reduction))
                .record("moveDuesReduction",
                        Call.of(reduction).ifMatch(FIRST).body(stepOf("approve", "2016-01-12").toString()))
                .record("listDuesReductionHistory", Call.of(reduction));
    }

    static void away(AccessMatrix matrix, Register.Organization branch, Register.Organization other) {
        var floating = Register.post(Away.FLOATING, Away.floating(Register.member(branch), other)).<String>path("id");
        matrix.naming("registerFloatingMember",
                Call.plain().body(Away.floating(Register.member(branch), other).toString()))
                .list("listFloatingMembers", floating)
                .record("getFloatingMember", Call.of(floating))
                .record("getFloatingMemberTransitions", Call.of(floating))
                .record("moveFloatingMember",
                        Call.of(floating).ifMatch(FIRST).body(stepOf("contact", "2016-04-01").toString()))
                .record("listFloatingMemberHistory", Call.of(floating));
        var residence = Register.post(Away.RESIDENCES, Away.residence(Register.member(branch), other))
                .<String>path("id");
        matrix.naming("registerResidence", Call.plain().body(Away.residence(Register.member(branch), other).toString()))
                .list("listResidences", residence)
                .record("getResidence", Call.of(residence))
                .record("getResidenceTransitions", Call.of(residence))
                .record("moveResidence",
                        Call.of(residence).ifMatch(FIRST).body(stepOf("confirm", "2016-04-01").toString()))
                .record("listResidenceHistory", Call.of(residence));
        var loss = Register.post(Away.LOSSES, Away.loss(Register.member(branch))).<String>path("id");
        matrix.naming("reportContactLoss", Call.plain().body(Away.loss(Register.member(branch)).toString()))
                .list("listContactLosses", loss)
                .record("getContactLoss", Call.of(loss))
                .record("getContactLossTransitions", Call.of(loss))
                .record("moveContactLoss", Call.of(loss).ifMatch(FIRST).body(stepOf("find", "2016-04-01").toString()))
                .record("listContactLossHistory", Call.of(loss));
    }

    /** What the county does, in its own neighbourhood. */
    static void runs(AccessMatrix matrix, Register.Organization county) {
        var other = Register.below(county, "PRIMARY_COMMITTEE");
        var empty = Register.post(Away.SCREENINGS, Away.screening(Register.below(county, "PRIMARY_COMMITTEE")))
                .<String>path("id");
        matrix.naming("openScreening", Call.plain().body(Away.screening(other).toString()))
                .record("moveScreening",
                        Call.of(empty).ifMatch(FIRST).body(stepOf("close", "2016-07-01").toString()));
    }

    /** Over a committee of its own: whoever has a sheet of a run sees the run. */
    static void screening(AccessMatrix matrix, Register.Organization own) {
        var town = Register.below(own, "PRIMARY_COMMITTEE");
        var branch = Register.below(town, "BRANCH");
        Register.member(branch);
        var screening = Register.post(Away.SCREENINGS, Away.screening(town)).<String>path("id");
        var sheet = Away.only(Away.SHEETS, "screening=" + screening);
        var item = Away.only(Away.ITEMS, "screening=" + screening);
        var second = Register.below(own, "PRIMARY_COMMITTEE");
        Register.below(second, "BRANCH");
        var unpeopled = Away.only(Away.SHEETS,
                "screening=" + Register.post(Away.SCREENINGS, Away.screening(second)).path("id"));
        matrix.list("listScreenings", screening)
                .record("getScreening", Call.of(screening))
                .record("getScreeningTransitions", Call.of(screening))
                .record("listScreeningHistory", Call.of(screening))
                .list("listScreeningSheets", sheet)
                .record("getScreeningSheet", Call.of(sheet))
                .record("getScreeningSheetTransitions", Call.of(sheet))
                .record("moveScreeningSheet",
                        Call.of(unpeopled).ifMatch(FIRST).body(stepOf("self-check", "2016-04-01").toString()))
                .record("listScreeningSheetHistory", Call.of(sheet))
                .list("listScreeningItems", item)
                .record("getScreeningItem", Call.of(item))
                .record("getScreeningItemTransitions", Call.of(item))
                .record("moveScreeningItem",
                        Call.of(item).ifMatch(FIRST).body(stepOf("confirm", "2016-04-01").toString()))
                .record("listScreeningItemHistory", Call.of(item));
    }
}
