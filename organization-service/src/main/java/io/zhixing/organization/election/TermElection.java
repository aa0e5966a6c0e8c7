package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.time.Ids;

/** An election of a committee (换届选举). It publishes nothing: the term and the posts that come of it do. */
@Entity
@Table(name = "term_election")
public class TermElection {

    static final String RESOURCE = "term-election";

    @Id
    private UUID id;
    private UUID organizationId;
    @Enumerated(EnumType.STRING)
    private ElectionKind kind;
    private LocalDate plannedOn;
    private int seats;
    private Integer years;
    private String deviationReason;
    private boolean delegates;
    private String reason;
    private UUID sessionId;
    private LocalDate heldOn;
    private Integer entitled;
    private Integer present;
    private boolean surplusShort;
    private String voidReason;
    @Enumerated(EnumType.STRING)
    private ElectionState state;
    private String recorder;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected TermElection() {}

    /** @param years of the term that begins; null for a by-election */
    public record Facts(UUID organizationId, ElectionKind kind, LocalDate plannedOn, int seats, Integer years,
            String deviationReason, boolean delegates, String reason, LocalDate on) {}

    TermElection(Facts facts) {
        this.id = Ids.next();
        this.organizationId = facts.organizationId();
        this.kind = facts.kind();
        this.plannedOn = facts.plannedOn();
        this.seats = facts.seats();
        this.years = facts.years();
        this.deviationReason = facts.deviationReason();
        this.delegates = facts.delegates();
        this.reason = facts.reason();
        this.state = ElectionState.APPLIED;
        this.steppedOn = facts.on();
    }

    /** 选举结果: {@link ElectionPolicy} has judged it. */
    void hold(ElectionMove stated, int entitled, boolean surplusShort, String recorder) {
        this.heldOn = stated.on();
        this.sessionId = stated.sessionId();
        this.entitled = entitled;
        this.present = stated.present();
        this.surplusShort = surplusShort;
        this.recorder = recorder;
    }

    void annul(String reason) {
        voidReason = reason;
    }

    void reach(ElectionState next, LocalDate on) {
        state = next;
        steppedOn = on;
    }

    boolean isBy(String person) {
        return person.equals(recorder);
    }

    public UUID id() {
        return id;
    }

    UUID organizationId() {
        return organizationId;
    }

    ElectionKind kind() {
        return kind;
    }

    int seats() {
        return seats;
    }

    Optional<Integer> years() {
        return Optional.ofNullable(years);
    }

    String deviationReason() {
        return deviationReason;
    }

    boolean isByDelegates() {
        return delegates;
    }

    ElectionState state() {
        return state;
    }

    /** Null before the result. */
    LocalDate heldOn() {
        return heldOn;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    ElectionView view(List<Candidate> candidates) {
        return new ElectionView(id, organizationId, kind, plannedOn, seats, years, deviationReason, delegates, reason,
                sessionId, heldOn, entitled, present, surplusShort, voidReason, state, candidates, version);
    }
}
