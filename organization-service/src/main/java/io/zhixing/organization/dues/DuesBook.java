package io.zhixing.organization.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;

/** What was assessed, received and closed; a member is paid through one month. */
@ApplicationScoped
public class DuesBook {

    private static final String ASSESSMENT = """
            a.id, a.member_id, a.month, a.category, a.base_fen, a.rate_id, a.full_fen, a.due_fen, a.reduction_id,
            a.local_amount_id, a.supersedes_id, a.reason""";

    static final Listing<AssessmentView> ASSESSMENTS = Listing
            .of(AssessmentView.class, ASSESSMENT,
                    "dues_assessment a join party_member m on m.id = a.member_id", DuesBook::assessment)
            .scopedBy("m.organization_path").ofPerson("m.id")
            .orderedBy("organization", "m.organization_path", "text", "m.id", "uuid", "a.month", "date", "a.id", "uuid")
            .filter("member", "a.member_id = ?")
            .filter("month", "a.month = (? || '-01')::date")
            .filter("inForce", "not exists (select from dues_assessment n where n.supersedes_id = a.id) and ?")
            .filter("superseded", "exists (select from dues_assessment n where n.supersedes_id = a.id) and ?")
            .measure("dueFen", "a.due_fen");

    static final Listing<ReceiptView> RECEIPTS = Listing
            .of(ReceiptView.class, "c.id, c.member_id, c.kind, c.paid_through, c.amount_fen, c.received_on, c.reason",
                    "dues_receipt c join party_member m on m.id = c.member_id",
                    row -> new ReceiptView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                            ReceiptKind.valueOf(row.getString("kind")),
                            Month.text(row.getObject("paid_through", LocalDate.class)), row.getLong("amount_fen"),
                            row.getObject("received_on", LocalDate.class), row.getString("reason")))
            .scopedBy("m.organization_path").ofPerson("m.id")
            .orderedBy("organization", "m.organization_path", "text", "m.id", "uuid", "c.id", "uuid")
            .filter("member", "c.member_id = ?")
            .filter("kind", "c.kind = any (?)")
            .measure("amountFen", "c.amount_fen");

    private final Sql database;
    private final Caller caller;

    DuesBook(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** How far a member has paid, and who entered it last. */
    record Paid(LocalDate through, String enteredBy) {}

    /** A reduction that was approved and covers a month. */
    record Covering(UUID id, int basisPointsOff) {}

    /** An assessment and who entered it; null of those that came in a file before that was kept. */
    record Entered(AssessmentView assessment, String by) {}

    void addAssessment(AssessmentView assessment) {
        database.update("""
                insert into dues_assessment (id, member_id, month, category, base_fen, rate_id, full_fen, due_fen, reduction_id,
                  local_amount_id, supersedes_id, reason, entered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", assessment.id(), assessment.memberId(),
                Month.firstDay(assessment.month()), assessment.category().name(), assessment.baseFen(),
                assessment.rateId(), assessment.fullFen(), assessment.dueFen(), assessment.reductionId(),
                assessment.localAmountId(), assessment.supersedesId(), assessment.reason(), caller.name());
    }

    /** By its id, superseded or not, as far as the caller sees the member. */
    Optional<Entered> entered(UUID assessment) {
        return database.first(
                "select " + ASSESSMENT
                        + """
                        , coalesce(a.entered_by, entered_last(a.id)) as entered_by from dues_assessment a where a.id = ?""",
                row -> new Entered(assessment(row), row.getString("entered_by")), assessment);
    }

    boolean isSuperseded(UUID assessment) {
        return database.one("select exists (select from dues_assessment where supersedes_id = ?)",
                row -> row.getBoolean(1), assessment);
    }

    Optional<Covering> reduction(UUID member, LocalDate month) {
        return database.first("""
                select id, basis_points_off from dues_reduction
                where member_id = ? and state = 'APPROVED' and from_month <= ? and to_month >= ?""",
                row -> new Covering(row.getObject(1, UUID.class), row.getInt(2)), member, month, month);
    }

    /** How far he has paid; the row stays locked, so that receipts of one member come one after the other. */
    Optional<Paid> paid(UUID member) {
        return database.first("select paid_through, entered_by from dues_standing where member_id = ? for update",
                row -> new Paid(row.getObject(1, LocalDate.class), row.getString(2)), member);
    }

    UUID addReceipt(RecordReceipt.Stated stated, LocalDate through) {
        var id = Ids.next();
        database.update("""
                insert into dues_receipt (id, member_id, kind, paid_through, amount_fen, received_on, reason, entered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", id, stated.memberId(), stated.kind().name(), through,
                stated.amountFen(), stated.on(), stated.reason(), caller.name());
        database.update(
                """
                insert into dues_standing (member_id, paid_through, entered_by) values (?, ?, ?)
                on conflict (member_id) do update set paid_through = excluded.paid_through, entered_by = excluded.entered_by""",
                stated.memberId(), through, caller.name());
        return id;
    }

    /** The newest month that the member's branch has closed. */
    Optional<LocalDate> lastClosed(UUID branch) {
        return database.first("select max(month) from dues_closing where organization_id = ?",
                row -> row.getObject(1, LocalDate.class), branch);
    }

    UUID addClosing(UUID branch, LocalDate month, LocalDate on) {
        var id = Ids.next();
        database.update("insert into dues_closing (id, organization_id, month, closed_on) values (?, ?, ?, ?)", id,
                branch, month, on);
        return id;
    }

    private static AssessmentView assessment(ResultSet row) throws SQLException {
        return new AssessmentView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                Month.text(row.getObject("month", LocalDate.class)), DuesCategory.valueOf(row.getString("category")),
                row.getLong("base_fen"), row.getObject("rate_id", UUID.class), row.getLong("full_fen"),
                row.getLong("due_fen"), row.getObject("reduction_id", UUID.class),
                row.getObject("local_amount_id", UUID.class), row.getObject("supersedes_id", UUID.class),
                row.getString("reason"));
    }
}
