package io.zhixing.project.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.ProjectProblems;

/** 拨付: one payment order on one budget. Approval reserves its amount, the bank's receipt pays it. */
@Entity
@Table(name = "disbursement")
public class Disbursement {

    /** Its name in events and in the history of steps. */
    public static final String RESOURCE = "disbursement";

    @Id
    private UUID id;
    private UUID projectId;
    private UUID organizationId;
    private String organizationPath;
    private UUID budgetId;
    @Enumerated(EnumType.STRING)
    private OrderStage stage;
    private long amountFen;
    private long lineTotalFen;
    private int lineCount;
    private String consentDocument;
    @Enumerated(EnumType.STRING)
    private OrderState status;
    private LocalDate statusOn;
    private String requestedBy;
    private String submittedBy;
    private String approvedBy;
    @Version
    private long version = 1;

    protected Disbursement() {}

    /** What an order states; the lines must add up to {@code amountFen} when it is submitted. */
    public record Facts(UUID budgetId, OrderStage stage, long amountFen, String consentDocument,
            List<PayeeLine> lines, LocalDate on) {}

    Disbursement(Facts facts, Budgets.Budget budget, String requestedBy) {
        this.id = Ids.next();
        this.projectId = budget.projectId();
        this.organizationId = budget.organizationId();
        this.organizationPath = budget.path();
        this.budgetId = facts.budgetId();
        this.stage = facts.stage();
        this.amountFen = facts.amountFen();
        this.lineTotalFen = total(facts.lines());
        this.lineCount = facts.lines().size();
        this.consentDocument = facts.consentDocument();
        this.status = OrderState.DRAFT;
        this.statusOn = facts.on();
        this.requestedBy = requestedBy;
    }

    /** In fen. Lines whose sum is beyond every amount cannot add up to one. */
    private static long total(List<PayeeLine> lines) {
        try {
            return lines.stream().mapToLong(PayeeLine::amountFen).reduce(0, Math::addExact);
        } catch (ArithmeticException beyond) {
            throw ProjectProblems.LINES_DO_NOT_ADD_UP.about();
        }
    }

    /** {@link MoveDisbursement} has judged the step. Who submits and who approves are two persons, and stay known. */
    void reach(OrderState state, LocalDate on, String actor) {
        status = state;
        statusOn = on;
        if (state == OrderState.SUBMITTED) {
            submittedBy = actor;
        } else if (state == OrderState.APPROVED) {
            approvedBy = actor;
        }
    }

    /** Whether he drew it up or submitted it. */
    boolean isAskedForBy(String actor) {
        return actor.equals(requestedBy) || actor.equals(submittedBy);
    }

    boolean addsUp() {
        return lineTotalFen == amountFen;
    }

    /** Whether this much, in fen, is enough for it. */
    boolean fits(long availableFen) {
        return amountFen <= availableFen;
    }

    public UUID id() {
        return id;
    }

    public UUID projectId() {
        return projectId;
    }

    UUID budgetId() {
        return budgetId;
    }

    OrderStage stage() {
        return stage;
    }

    public String path() {
        return organizationPath;
    }

    public OrderState state() {
        return status;
    }

    public LocalDate stateOn() {
        return statusOn;
    }

    public long version() {
        return version;
    }

    DisbursementView view() {
        return new DisbursementView(id, projectId, organizationId, budgetId, stage, amountFen, lineTotalFen, lineCount,
                consentDocument, status, statusOn, version);
    }

    /** What its lines amount to until the bank answers: every step that a caller takes comes before. */
    LineTotals unanswered() {
        return new LineTotals(lineCount, lineTotalFen, 0, 0, 0);
    }

    Changed changed(OrderState from, LineTotals lines) {
        return new Changed(id, version, organizationId, statusOn, projectId, budgetId, stage, amountFen, from, status,
                lines);
    }

    /** What the lines of an order amount to by state, in fen. */
    public record LineTotals(int count, long pendingFen, long paidFen, long failedFen, long returnedFen) {}

    /** An order after a step, or after a bank file that answered lines of it. */
    public record Changed(UUID disbursementId, long version, UUID organizationId, LocalDate effectiveOn,
            UUID projectId, UUID budgetId, OrderStage stage, long amountFen, OrderState from, OrderState state,
            LineTotals lines) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return disbursementId;
        }
    }
}
