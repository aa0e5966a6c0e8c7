package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reduction of a member's dues, or his exemption (减免党费): the branch asks, the committee above approves. */
@Entity
@Table(name = "dues_reduction")
public class DuesReduction {

    static final String RESOURCE = "dues-reduction";

    private static final int WHOLE = 10_000;

    @Schema(description = "减免状态 State of a reduction")
    public enum ReductionState {
        @Label(zh = "已申请", en = "Asked for")
        ASKED,
        @Label(zh = "已批准", en = "Approved")
        APPROVED,
        @Label(zh = "未批准", en = "Refused")
        REFUSED
    }

    @Id
    private UUID id;
    private UUID memberId;
    private LocalDate fromMonth;
    private LocalDate toMonth;
    private int basisPointsOff;
    private String reason;
    private String refusalReason;
    private String asker;
    @Enumerated(EnumType.STRING)
    private ReductionState state;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected DuesReduction() {}

    /** @param basisPointsOff what is taken off, 10,000 exempts */
    record Facts(UUID memberId, LocalDate fromMonth, LocalDate toMonth, int basisPointsOff, String reason,
            LocalDate on) {}

    DuesReduction(Facts facts, String asker) {
        this.id = Ids.next();
        this.memberId = facts.memberId();
        this.fromMonth = facts.fromMonth();
        this.toMonth = facts.toMonth();
        this.basisPointsOff = facts.basisPointsOff();
        this.reason = facts.reason();
        this.asker = asker;
        this.state = ReductionState.ASKED;
        this.steppedOn = facts.on();
    }

    /** @param refusal why it was refused; null when it was approved */
    void decide(ReductionState decided, String refusal, LocalDate on) {
        state = decided;
        refusalReason = refusal;
        steppedOn = on;
    }

    /** Whether nothing is left to pay of its months. */
    boolean isWhole() {
        return basisPointsOff == WHOLE;
    }

    boolean isAskedBy(String person) {
        return asker.equals(person);
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    ReductionState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    ReductionView view() {
        return new ReductionView(id, memberId, Month.text(fromMonth), Month.text(toMonth), basisPointsOff, reason,
                refusalReason, state, version);
    }
}
