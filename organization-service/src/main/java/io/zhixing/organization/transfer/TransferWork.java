package io.zhixing.organization.transfer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/**
 * Transfers that wait for one of their sides. Each waits at one place: with the sender, with the next superior on its way,
 * or with the receiver. For the side that is outside the register an office of the other one's county stands.
 */
@ApplicationScoped
class TransferWork implements WorkSource {

    private static final String ADDRESS = "/organization/v1/membership-transfers/";
    /** How a letter stands; without one it waits. */
    private static final String BY_LETTER = Work.status("t.letter_until");
    private static final String ROWS = """
            select t.id, %s as organization_id, %s as status, t.stepped_on as since, t.letter_until as due_on, 1 as quantity,
              %s as barred, %s as office_path
            from membership_transfer t where %s""";
    private static final String SENDER = "t.sender_id";
    private static final String RECEIVER = "t.receiver_id";
    /** Whose letter it is to keep: the receiver's where the sender is outside. */
    private static final String OWNER = "coalesce(t.sender_id, t.receiver_id)";
    private static final String ON_ITS_WAY = "t.state in ('SENDING_APPROVED', 'UPPER_APPROVED')";
    private static final String LEVEL = "length(u) - length(replace(u, '/', '')) - 1";
    /** The superiors that it passes, as {@link TransferWay} says. */
    private static final String SUPERIORS = """
            from unnest(path_upwards(t.organization_path)) as u where u <> t.organization_path and case when t.receiver_path is null
              then %s >= (select f.value from organization_rule f where f.code = 'TRANSFER_APPROVED_UP_TO_LEVEL' and f.applies_to = t.reach
                and f.effective_from <= judged.day and (f.effective_to is null or f.effective_to > judged.day))
              else not starts_with(t.receiver_path, u) end""".formatted(LEVEL);
    private static final String APPROVED_ABOVE = "t.upper_approvals >= (select count(*) " + SUPERIORS + ")";
    private static final String NEXT_SUPERIOR = "(array(select u " + SUPERIORS
            + " order by length(u) desc))[t.upper_approvals + 1]";
    private static final String COUNTY = "(select u from unnest(path_upwards(t.organization_path)) as u where " + LEVEL
            + " <= " + OrganizationPath.COUNTY + " order by length(u) desc limit 1)";

    @Override
    public List<Work> works() {
        return List.of(
                sent(SENDER, "t.sender_id is not null", WorkOffice.ITSELF),
                sent(RECEIVER, "t.sender_id is null", WorkOffice.COUNTY).actingWhereSelected(),
                Work.of(WorkKind.TRANSFER_TO_APPROVE,
                        ROWS.formatted(SENDER, BY_LETTER, "t.submitter", NEXT_SUPERIOR,
                                ON_ITS_WAY + " and not " + APPROVED_ABOVE))
                        .by(WorkOffice.SUPERIOR,
                                TransferSteps.STEPS.named(TransferState.SENDING_APPROVED, "approve-upper"))
                        .at(ADDRESS).actingWhereSelected(),
                received(RECEIVER, "t.receiver_id is not null", WorkOffice.ITSELF),
                received(SENDER, "t.receiver_id is null", WorkOffice.COUNTY).actingWhereSelected(),
                Work.of(WorkKind.LETTER_ENDING,
                        ROWS.formatted(OWNER, BY_LETTER, "null::text", "null",
                                ON_ITS_WAY + " and t.letter_until <= judged.day + judged.lead"))
                        .by(WorkOffice.ITSELF,
                                TransferSteps.STEPS.named(TransferState.SENDING_APPROVED, "withdraw").roles()
                                        .toArray(String[]::new))
                        .at(ADDRESS));
    }

    private static Work sent(String side, String condition, WorkOffice office) {
        return Work.of(WorkKind.TRANSFER_TO_APPROVE,
                ROWS.formatted(side, "'WAITING'", "t.submitter", COUNTY, "t.state = 'SUBMITTED' and " + condition))
                .by(office, TransferSteps.STEPS.named(TransferState.SUBMITTED, "approve-sending")).at(ADDRESS);
    }

    /** Whoever submitted it may receive it: only the approvals are another person's. */
    private static Work received(String side, String condition, WorkOffice office) {
        return Work.of(WorkKind.TRANSFER_TO_RECEIVE,
                ROWS.formatted(side, BY_LETTER, "null::text", COUNTY,
                        ON_ITS_WAY + " and " + APPROVED_ABOVE + " and " + condition))
                .by(office, TransferSteps.STEPS.named(TransferState.UPPER_APPROVED, "receive")).at(ADDRESS);
    }
}
