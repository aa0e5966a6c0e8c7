package io.zhixing.organization.dues;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.member.Members;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.access.Caller;
import io.zhixing.platform.problem.PlatformProblems;

/**
 * Assesses a month anew when its base, its table or the member's branch is another one: the new assessment supersedes the old
 * one, which stays readable. What was received stays as it is, since a receipt counts months and not assessments.
 */
@RequestScoped
public class CorrectAssessment {

    /** @param fixedFen the amount chosen where the table has a range instead of a rate */
    public record Facts(DuesCategory category, long baseFen, Long fixedFen, String reason) {}

    private final DuesBook book;
    private final AssessDues assessDues;
    private final Members members;
    private final Access access;
    private final Caller caller;

    CorrectAssessment(DuesBook book, AssessDues assessDues, Members members, Access access, Caller caller) {
        this.book = book;
        this.assessDues = assessDues;
        this.members = members;
        this.access = access;
        this.caller = caller;
    }

    /** @param id of the assessment in force; of two who supersede it at once one does */
    AssessmentView handle(UUID id, Facts facts) {
        var entered = book.entered(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var before = entered.assessment();
        var member = members.findByIdOptional(before.memberId()).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(member.path(), RecordReceipt.roles(ReceiptKind.CORRECTION));
        if (caller.name().equals(entered.by())) {
            throw OrganizationProblems.RECORDER_CORRECTS.about();
        }
        if (book.isSuperseded(id)) {
            throw OrganizationProblems.DUES_ASSESSMENT_SUPERSEDED.about();
        }
        var assessed = assessDues.judged(new AssessDues.Stated(before.memberId(), before.month(), facts.category(),
                facts.baseFen(), facts.fixedFen()), member).superseding(id, facts.reason());
        if (assessed.restsOnTheSameAs(before)) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        book.addAssessment(assessed);
        return assessed;
    }
}
