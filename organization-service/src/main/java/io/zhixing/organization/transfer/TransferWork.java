package io.zhixing.organization.transfer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/**
 * Transfers that wait for one of their sides. Each waits at one place: with the sender, above him, or with the receiver, for
 * whom an office above the sender stands when he is outside the register.
 */
@ApplicationScoped
class TransferWork implements WorkSource {

    private static final String ADDRESS = "/organization/v1/membership-transfers/";
    /** How a letter stands; without one it waits. */
    private static final String BY_LETTER = Work.status("t.letter_until");
    private static final String ROWS = """
            select t.id, t.%s as organization_id, %s as status, t.stepped_on as since, t.letter_until as due_on, 1 as quantity,
              t.submitter as barred
            from membership_transfer t where %s""";
    private static final String AT_THE_RECEIVER = """
            (t.state = 'UPPER_APPROVED' or t.state = 'SENDING_APPROVED' and t.reach = 'SAME_COMMITTEE')""";

    @Override
    public List<Work> works() {
        return List.of(
                Work.of(WorkKind.TRANSFER_TO_APPROVE,
                        ROWS.formatted("sender_id", "'WAITING'", "t.state = 'SUBMITTED'"))
                        .by(WorkOffice.ITSELF,
                                TransferSteps.STEPS.named(TransferState.SUBMITTED, "approve-sending"))
                        .at(ADDRESS),
                Work.of(WorkKind.TRANSFER_TO_APPROVE,
                        ROWS.formatted("sender_id", BY_LETTER,
                                "t.state = 'SENDING_APPROVED' and t.reach <> 'SAME_COMMITTEE'"))
                        .by(WorkOffice.SUPERIOR,
                                TransferSteps.STEPS.named(TransferState.SENDING_APPROVED, "approve-upper"))
                        .at(ADDRESS),
                Work.of(WorkKind.TRANSFER_TO_RECEIVE, received("receiver_id", "t.receiver_id is not null"))
                        .by(WorkOffice.ITSELF, TransferSteps.STEPS.named(TransferState.UPPER_APPROVED, "receive"))
                        .at(ADDRESS),
                Work.of(WorkKind.TRANSFER_TO_RECEIVE, received("sender_id", "t.receiver_id is null"))
                        .by(WorkOffice.TWO_ABOVE, TransferSteps.STEPS.named(TransferState.UPPER_APPROVED, "receive"))
                        .at(ADDRESS),
                Work.of(WorkKind.LETTER_ENDING, ROWS.formatted("sender_id", BY_LETTER,
                        "t.state in ('SENDING_APPROVED', 'UPPER_APPROVED') and t.letter_until <= judged.day + judged.lead"))
                        .by(WorkOffice.ITSELF,
                                TransferSteps.STEPS.named(TransferState.SENDING_APPROVED, "withdraw").roles()
                                        .toArray(String[]::new))
                        .at(ADDRESS));
    }

    /** Whoever submitted it may receive it: only the approvals are another person's. */
    private static String received(String side, String condition) {
        return ROWS.replace("t.submitter as barred", "null::text as barred").formatted(side, BY_LETTER,
                AT_THE_RECEIVER + " and " + condition);
    }
}
