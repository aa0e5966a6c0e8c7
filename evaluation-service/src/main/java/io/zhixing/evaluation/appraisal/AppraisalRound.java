package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One appraisal (民主评议) of one organization's members for one year, from the frozen roll to confirmed grades. Nothing in
 * it is reset: a mistake is a new round that supersedes it.
 */
@Entity
@Table(name = "appraisal_round")
public class AppraisalRound {

    /** Its name in the history of steps. */
    static final String RESOURCE = "appraisal-round";

    @Id
    private UUID id;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    private int year;
    private LocalDate asOf;
    private UUID supersedesId;
    @Enumerated(EnumType.STRING)
    private RoundState state;
    private LocalDate lastStepOn;
    private LocalDate frozenOn;
    private int roll;
    private String rollHash;
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    private UUID[] studySessionIds = {};
    private boolean studyMissing;
    private UUID studyRuleId;
    private LocalDate proposedOn;
    private String proposedBy;
    private UUID proposedByMember;
    @Embedded
    private RoundCounts counts;
    private UUID capRuleId;
    private Integer capBase;
    private Integer capMaximum;
    private String excessReason;
    private LocalDate excessConsentedOn;
    private String excessConsentedBy;
    private LocalDate confirmedOn;
    private String confirmedBy;
    @Version
    private long version = 1;

    protected AppraisalRound() {}

    /** freeze-roll 冻结名册: a new round with the roll of the day of reckoning. */
    AppraisalRound(UUID organizationId, String path, int year, LocalDate asOf, UUID supersedesId, Roll roll,
            LocalDate on) {
        this.id = Ids.next();
        this.organizationId = organizationId;
        this.path = path;
        this.year = year;
        this.asOf = asOf;
        this.supersedesId = supersedesId;
        this.state = RoundState.DRAFT;
        this.lastStepOn = on;
        this.frozenOn = on;
        this.roll = roll.size();
        this.rollHash = roll.hash();
    }

    /** confirm-study: {@link RoundSteps} has judged the step; without sessions the rule of the year only warned. */
    void confirmStudy(List<UUID> sessions, EvaluationRules.StudyRule rule, LocalDate on) {
        studySessionIds = sessions.stream().distinct().toArray(UUID[]::new);
        studyMissing = sessions.isEmpty();
        studyRuleId = rule.ruleId();
        moveTo(RoundState.STUDY_DONE, on);
    }

    /** propose-grades: the sheet covers the roll; an excess over the cap carries its reason. */
    void propose(RoundCounts proposed, ExcellentCap cap, int base, String reason, Caller proposer, LocalDate on) {
        counts = proposed;
        capRuleId = cap.ruleId();
        capBase = base;
        capMaximum = Math.toIntExact(cap.maximumOf(base));
        excessReason = isOverCap() ? reason : null;
        proposedOn = on;
        proposedBy = proposer.name();
        proposedByMember = proposer.member().orElse(null);
        moveTo(RoundState.GRADES_PROPOSED, on);
    }

    void consentToExcess(String by, LocalDate on) {
        excessConsentedOn = on;
        excessConsentedBy = by;
        moveTo(RoundState.GRADES_PROPOSED, on);
    }

    void confirm(String by, LocalDate on) {
        confirmedOn = on;
        confirmedBy = by;
        moveTo(RoundState.CONFIRMED, on);
    }

    void voidOn(LocalDate on) {
        moveTo(RoundState.VOIDED, on);
    }

    private void moveTo(RoundState next, LocalDate on) {
        state = next;
        lastStepOn = on;
    }

    /** Whether this caller, as a person or as the same client, proposed the grades. */
    boolean isProposedBy(Caller caller) {
        return caller.name().equals(proposedBy)
                || proposedByMember != null && caller.member().filter(proposedByMember::equals).isPresent();
    }

    boolean isOverCap() {
        return counts != null && counts.excellent() > capMaximum;
    }

    /** The day on which the superior consented to more excellent than the cap; empty before. */
    Optional<LocalDate> excessConsentedOn() {
        return Optional.ofNullable(excessConsentedOn);
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    public String path() {
        return path;
    }

    public int year() {
        return year;
    }

    public LocalDate asOf() {
        return asOf;
    }

    Optional<UUID> supersedesId() {
        return Optional.ofNullable(supersedesId);
    }

    public RoundState state() {
        return state;
    }

    LocalDate lastStepOn() {
        return lastStepOn;
    }

    RoundCounts counts() {
        return counts;
    }

    public long version() {
        return version;
    }

    AppraisalRoundView view() {
        return new AppraisalRoundView(id, organizationId, year, asOf, state, supersedesId, frozenOn, roll, rollHash,
                List.of(studySessionIds), studyMissing, proposedOn, counts == null ? null : counts.of(roll),
                counts == null
                        ? null
                        : new AppraisalRoundView.Cap(capBase, capMaximum, isOverCap(), excessReason,
                                excessConsentedOn),
                confirmedOn, version);
    }

    Changed changed() {
        return new Changed(id, version, organizationId, lastStepOn, state, year, asOf, supersedesId, roll,
                state == RoundState.CONFIRMED ? counts.of(roll) : null);
    }

    /**
     * A round after a step.
     *
     * @param counts the counts of a confirmed round; null before
     */
    public record Changed(UUID appraisalRoundId, long version, UUID organizationId, LocalDate effectiveOn,
            RoundState state, int year, LocalDate asOf, UUID supersedesRoundId, int roll, AppraisalCounts counts)
            implements
                DomainEvent {

        @Override
        public UUID aggregateId() {
            return appraisalRoundId;
        }
    }
}
