package io.zhixing.organization.division;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An administrative division (行政区划), known by its code of GB/T 2260: 6 digits to the county, 9 to the town, 12 to the village. */
@Entity
@Table(name = "division")
public class Division {

    @Schema(description = "区划级别 Level of a division")
    public enum Level {
        @Label(zh = "地级市", en = "City")
        CITY(6),
        @Label(zh = "县级", en = "County")
        COUNTY(6),
        @Label(zh = "乡级", en = "Town")
        TOWN(9),
        @Label(zh = "村级", en = "Village")
        VILLAGE(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }
    }

    @Id
    private UUID id;
    @Column(updatable = false)
    private String code;
    @Column(updatable = false)
    private String name;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Level level;
    @Column(updatable = false)
    private String parentCode;
    @Column(name = "not_a_place", updatable = false)
    private boolean notAPlace;
    private LocalDate validFrom;
    private LocalDate validTo;
    @Version
    private long version = 1;

    protected Division() {}

    private Division(String code, String name, Level level, String parentCode, boolean notAPlace) {
        this.id = Ids.next();
        this.code = code;
        this.name = name;
        this.level = level;
        this.parentCode = parentCode;
        this.notAPlace = notAPlace;
    }

    /**
     * A division below {@code parent}, which is of the level directly above; a city has none.
     *
     * @param parent null when the request names none or one that is not there
     */
    public static Division below(Division parent, String parentCode, String code, String name, Level level,
            boolean notAPlace) {
        boolean fits = level == Level.CITY
                ? parentCode == null
                : parent != null && parent.level.ordinal() == level.ordinal() - 1;
        if (!fits || code.length() != level.digits) {
            throw new ProblemException(
                    List.of(OrganizationProblems.DIVISION_PARENT_WRONG.at(Place.pointer("/parentCode"))));
        }
        return new Division(code, name, level, parentCode, notAPlace);
    }

    /** 代码有效期: from a day on and until another one, the first no longer in it; null where it has no such end. */
    Division validBetween(LocalDate from, LocalDate to) {
        new Faults().addIf(from != null && to != null && !to.isAfter(from),
                OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/validTo"), to, from)).refuse();
        validFrom = from;
        validTo = to;
        return this;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public boolean isPlace() {
        return !notAPlace;
    }

    /** First day on which the code is no longer valid; null while none is known. */
    public LocalDate validTo() {
        return validTo;
    }

    public boolean isWithdrawnOn(LocalDate day) {
        return validTo != null && !day.isBefore(validTo);
    }

    public long version() {
        return version;
    }

    DivisionView view() {
        return new DivisionView(id, code, name, level, parentCode, notAPlace, validFrom, validTo, version);
    }

    Changed changed(LocalDate on) {
        return new Changed(id, version, null, on, code, name, level, parentCode, notAPlace, validFrom, validTo);
    }

    /** A division as it now is. */
    public record Changed(UUID divisionId, long version, UUID organizationId, LocalDate effectiveOn, String code,
            String name, Level level,
            String parentCode, boolean notAPlace, LocalDate validFrom, LocalDate validTo) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return divisionId;
        }
    }
}
