package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;

/** A member who is away without having been transferred (流动党员): counted at home, attending at the host. */
@Entity
@Table(name = "floating_member")
public class FloatingMember {

    static final String RESOURCE = "floating-member";

    @Id
    private UUID id;
    private UUID memberId;
    private UUID homeId;
    private UUID hostId;
    @Column(name = "organization_path", updatable = false)   // both follow their branches by themselves
    private String homePath;
    @Column(updatable = false)
    private String hostPath;
    private String hostArea;
    private LocalDate awayFrom;
    private LocalDate awaySince;
    private LocalDate awayTo;
    private UUID contactMemberId;
    private LocalDate registeredOn;
    private LocalDate lastContactOn;
    @Enumerated(EnumType.STRING)
    private FloatingState state;
    private LocalDate steppedOn;
    private UUID continuesId;
    @Version
    private long version = 1;

    protected FloatingMember() {}

    /** A side of it that is of this register. */
    record Place(UUID id, String path) {}

    /** @param host null when it is not of this register, or not known yet */
    record Facts(UUID memberId, Place home, Place host, String hostArea, UUID contactMemberId, LocalDate awayFrom,
            LocalDate on) {

        UUID hostId() {
            return host == null ? null : host.id();
        }
    }

    FloatingMember(Facts facts) {
        this.id = Ids.next();
        this.memberId = facts.memberId();
        this.homeId = facts.home().id();
        this.homePath = facts.home().path();
        if (facts.host() != null) {
            this.hostId = facts.host().id();
            this.hostPath = facts.host().path();
        }
        this.hostArea = facts.hostArea();
        this.contactMemberId = facts.contactMemberId();
        this.awayFrom = facts.awayFrom();
        this.registeredOn = facts.on();
        this.lastContactOn = facts.on();
        this.state = FloatingState.REGISTERED;
        this.steppedOn = facts.on();
    }

    /**
     * The same absence under another home or at another host, into which his was merged, from that day on: what the host
     * confirmed stands, and contact is sought as long after the last one. The record before it ends that day.
     */
    FloatingMember goingOn(Place home, Place host, LocalDate on) {
        var next = new FloatingMember(new Facts(memberId, home, host, hostArea, contactMemberId, on, on));
        next.awaySince = awaySince == null ? awayFrom : awaySince;
        next.registeredOn = lastContactOn;
        next.lastContactOn = lastContactOn;
        next.state = state;
        next.continuesId = id;
        return next;
    }

    /** The columns of the table in which a new record is written, one array each. */
    static Batch<FloatingMember> columns(Batch<FloatingMember> records) {
        return records.column("uuid", r -> r.id).column("uuid", r -> r.memberId).column("uuid", r -> r.homeId)
                .column("uuid", r -> r.hostId).column("text", r -> r.hostArea).column("date", r -> r.awayFrom)
                .column("uuid", r -> r.contactMemberId).column("date", r -> r.lastContactOn)
                .column("text", r -> r.state.name()).column("date", r -> r.steppedOn)
                .column("bigint", r -> r.version).column("text", r -> r.homePath).column("text", r -> r.hostPath)
                .column("date", r -> r.registeredOn);
    }

    /** 联系: home has heard from him; {@link MoveFloatingMember} has judged this step and those below. */
    void heardFrom(LocalDate on) {
        lastContactOn = on;
    }

    void end(LocalDate on) {
        awayTo = on;
    }

    void reach(FloatingState next, LocalDate on) {
        state = next;
        steppedOn = on;
    }

    public UUID id() {
        return id;
    }

    UUID homeId() {
        return homeId;
    }

    String homePath() {
        return homePath;
    }

    Place home() {
        return new Place(homeId, homePath);
    }

    /** Null when it is not of this register, or not known. */
    Place host() {
        return hostId == null ? null : new Place(hostId, hostPath);
    }

    Optional<UUID> hostId() {
        return Optional.ofNullable(hostId);
    }

    LocalDate awayFrom() {
        return awayFrom;
    }

    FloatingState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    FloatingMemberView view() {
        return new FloatingMemberView(id, memberId, homeId, hostId, hostArea, awayFrom, awaySince, awayTo,
                contactMemberId, lastContactOn, state, continuesId, version);
    }

    Changed changed() {
        return new Changed(id, version, homeId, steppedOn, memberId, hostId, awayFrom, awayTo, state,
                continuesId);
    }

    /**
     * A floating member as he now is.
     *
     * @param continuesId the record of the same absence that ended by a merger as this one began; null when none did
     */
    public record Changed(UUID floatingId, long version, UUID organizationId, LocalDate effectiveOn, UUID memberId,
            UUID hostOrganizationId, LocalDate awayFrom, LocalDate awayTo, FloatingState state, UUID continuesId)
            implements
                DomainEvent {

        @Override
        public UUID aggregateId() {
            return floatingId;
        }
    }
}
