package io.zhixing.organization.screening;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.time.Ids;

/** One run of the screening of membership relations (组织关系集中排查) over an organization and all below it. */
@Entity
@Table(name = "screening")
public class Screening {

    static final String RESOURCE = "screening";

    @Id
    private UUID id;
    private UUID organizationId;
    @Column(name = "organization_path", updatable = false)   // it follows the organization by itself
    private String path;
    private String campaignCode;
    private LocalDate fromDay;
    private LocalDate toDay;
    @Enumerated(EnumType.STRING)
    private ScreeningState state;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected Screening() {}

    Screening(UUID organizationId, String path, String campaignCode, LocalDate fromDay, LocalDate toDay) {
        this.id = Ids.next();
        this.organizationId = organizationId;
        this.path = path;
        this.campaignCode = campaignCode;
        this.fromDay = fromDay;
        this.toDay = toDay;
        this.state = ScreeningState.OPEN;
        this.steppedOn = fromDay;
    }

    /** 结束; {@link MoveScreening} has judged the step. */
    void close(LocalDate on) {
        state = ScreeningState.CLOSED;
        steppedOn = on;
    }

    UUID id() {
        return id;
    }

    UUID organizationId() {
        return organizationId;
    }

    String path() {
        return path;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    ScreeningState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    ScreeningView view() {
        return new ScreeningView(id, organizationId, campaignCode, fromDay, toDay, state, version);
    }
}
