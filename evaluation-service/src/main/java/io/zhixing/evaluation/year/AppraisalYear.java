package io.zhixing.evaluation.year;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.time.Ids;

/** A year of appraisal (评议年度) with the one day of reckoning that the city has set for all rolls of it. */
@Entity
@Table(name = "appraisal_year")
public class AppraisalYear {

    /** Years of appraisal that can be set, and asked for. */
    public static final int EARLIEST = 1949;
    public static final int LATEST = 2200;

    @Id
    private UUID id;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    private int year;
    private LocalDate asOf;
    private LocalDate setOn;
    private String enteredBy;
    @Version
    private long version = 1;

    protected AppraisalYear() {}

    AppraisalYear(UUID organizationId, String path, int year, LocalDate asOf, LocalDate setOn, String enteredBy) {
        this.id = Ids.next();
        this.organizationId = organizationId;
        this.path = path;
        this.year = year;
        this.asOf = asOf;
        this.setOn = setOn;
        this.enteredBy = enteredBy;
    }

    public UUID id() {
        return id;
    }

    /** Members on a roll on this day are appraised by its organization, whenever the meeting is held. */
    public LocalDate asOf() {
        return asOf;
    }

    public long version() {
        return version;
    }

    AppraisalYearView view() {
        return new AppraisalYearView(id, organizationId, year, asOf, setOn, version);
    }
}
