package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What members of a category pay a month below an organization (本地党费定额), within what the national rule leaves open: one
 * person proposes it, a second one confirms it. Amounts in fen; days of effect are half-open.
 */
@Entity
@Table(name = "local_dues_amount")
public class LocalAmount {

    static final String RESOURCE = "local-dues-amount";

    @Schema(name = "LocalDuesAmountState", description = "本地定额状态 State of a local amount")
    public enum LocalAmountState {
        @Label(zh = "拟定", en = "Proposed")
        PROPOSED,
        @Label(zh = "施行", en = "Adopted")
        ADOPTED,
        @Label(zh = "废止", en = "Ended")
        ENDED,
        @Label(zh = "撤回", en = "Withdrawn")
        WITHDRAWN
    }

    @Id
    private UUID id;
    private UUID organizationId;
    @Column(name = "organization_path", updatable = false)   // it follows the organization by itself
    private String path;
    @Enumerated(EnumType.STRING)
    private DuesCategory category;
    private long leastFen;
    private long mostFen;
    private LocalDate effectiveFrom;
    private LocalDate effectiveTo;
    private String source;
    @Enumerated(EnumType.STRING)
    private LocalAmountState state;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected LocalAmount() {}

    /** @param on business day of the proposal */
    record Facts(UUID organizationId, DuesCategory category, long leastFen, long mostFen, LocalDate effectiveFrom,
            String source, LocalDate on) {}

    LocalAmount(Facts facts, String path) {
        this.id = Ids.next();
        this.organizationId = facts.organizationId();
        this.path = path;
        this.category = facts.category();
        this.leastFen = facts.leastFen();
        this.mostFen = facts.mostFen();
        this.effectiveFrom = facts.effectiveFrom();
        this.source = facts.source();
        this.state = LocalAmountState.PROPOSED;
        this.steppedOn = facts.on();
    }

    /** {@link MoveLocalAmount} has judged the step; from {@code on} an ended one is no longer in force. */
    void reach(LocalAmountState next, LocalDate on) {
        effectiveTo = next == LocalAmountState.ENDED ? on : effectiveTo;
        state = next;
        steppedOn = on;
    }

    UUID id() {
        return id;
    }

    String path() {
        return path;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    LocalAmountState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    LocalAmountView view() {
        return new LocalAmountView(id, organizationId, category, leastFen, mostFen, effectiveFrom, effectiveTo, source,
                state, version);
    }
}
