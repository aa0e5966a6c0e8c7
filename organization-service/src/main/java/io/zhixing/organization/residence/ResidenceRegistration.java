package io.zhixing.organization.residence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A member who also takes part where he lives (居住地党组织报到). It never moves his roll; a yearly note goes back home. */
@Entity
@Table(name = "residence_registration")
public class ResidenceRegistration {

    static final String RESOURCE = "residence-registration";

    @Id
    private UUID id;
    private UUID memberId;
    private UUID homeId;
    private UUID residenceId;
    @Column(name = "organization_path", updatable = false)   // both follow their organizations by themselves
    private String homePath;
    @Column(updatable = false)
    private String residencePath;
    private LocalDate registeredOn;
    private LocalDate registeredSince;
    private LocalDate confirmedOn;
    private LocalDate endedOn;
    private Integer feedbackYear;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Integer[] feedbackYears = {};
    private String feedback;
    @Enumerated(EnumType.STRING)
    private ResidenceState state;
    private LocalDate steppedOn;
    private UUID continuesId;
    @Version
    private long version = 1;

    protected ResidenceRegistration() {}

    /** Where he is at home, and where he lives. */
    record Place(UUID id, String path) {}

    ResidenceRegistration(UUID memberId, Place home, Place residence, LocalDate registeredOn) {
        this.id = Ids.next();
        this.memberId = memberId;
        this.homeId = home.id();
        this.homePath = home.path();
        this.residenceId = residence.id();
        this.residencePath = residence.path();
        this.registeredOn = registeredOn;
        this.state = ResidenceState.REGISTERED;
        this.steppedOn = registeredOn;
    }

    /**
     * The same registration under another home or at another organization, into which his was merged, from that day on: confirmed
     * and noted as it was. The one before it ends that day.
     */
    ResidenceRegistration goingOn(Place home, Place residence, LocalDate on) {
        var next = new ResidenceRegistration(memberId, home, residence, on);
        next.registeredSince = since();
        next.confirmedOn = confirmedOn == null ? null : on;
        next.feedbackYear = feedbackYear;
        next.feedbackYears = feedbackYears.clone();
        next.feedback = feedback;
        next.state = state;
        next.continuesId = id;
        return next;
    }

    /** The columns of the table in which a new registration is written, one array each. */
    static Batch<ResidenceRegistration> columns(Batch<ResidenceRegistration> registrations) {
        return registrations.column("uuid", r -> r.id).column("uuid", r -> r.memberId).column("uuid", r -> r.homeId)
                .column("uuid", r -> r.residenceId).column("date", r -> r.registeredOn)
                .column("text", r -> r.state.name()).column("date", r -> r.steppedOn)
                .column("bigint", r -> r.version).column("text", r -> r.homePath)
                .column("text", r -> r.residencePath);
    }

    /** 反馈: how he took part in that year; {@link MoveResidence} has judged this step and the ones below. */
    void note(int year, String text) {
        feedbackYear = year;
        feedbackYears = Stream.concat(Arrays.stream(feedbackYears), Stream.of(year)).toArray(Integer[]::new);
        feedback = text;
    }

    void confirm(LocalDate on) {
        confirmedOn = on;
    }

    void end(LocalDate on) {
        endedOn = on;
    }

    void reach(ResidenceState next, LocalDate on) {
        state = next;
        steppedOn = on;
    }

    public UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
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

    Place residence() {
        return new Place(residenceId, residencePath);
    }

    UUID residenceId() {
        return residenceId;
    }

    LocalDate registeredOn() {
        return registeredOn;
    }

    /** First day of the registration that this one goes on with; its own when it was never handed over. */
    LocalDate since() {
        return registeredSince == null ? registeredOn : registeredSince;
    }

    boolean isNoted(Integer year) {
        return year.equals(feedbackYear) || Arrays.asList(feedbackYears).contains(year);
    }

    ResidenceState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    ResidenceView view() {
        return new ResidenceView(id, memberId, homeId, residenceId, registeredOn, registeredSince, endedOn,
                feedbackYear, feedback, state, continuesId, version);
    }

    Changed changed() {
        return new Changed(id, version, homeId, steppedOn, memberId, residenceId, registeredOn, endedOn, state,
                continuesId);
    }

    FeedbackRecorded noted() {
        return new FeedbackRecorded(id, version, homeId, steppedOn, memberId, residenceId, feedbackYear);
    }

    /**
     * A registration as it now is.
     *
     * @param continuesId the same registration until it ended by a merger as this one began; null when none did
     */
    public record Changed(UUID residenceRegistrationId, long version, UUID organizationId, LocalDate effectiveOn,
            UUID memberId, UUID residenceOrganizationId, LocalDate registeredOn, LocalDate endedOn,
            ResidenceState state, UUID continuesId) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return residenceRegistrationId;
        }
    }

    /** The residence has sent its note of a year; what it says stays here. */
    public record FeedbackRecorded(UUID residenceRegistrationId, long version, UUID organizationId,
            LocalDate effectiveOn, UUID memberId, UUID residenceOrganizationId, int year) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return residenceRegistrationId;
        }
    }
}
