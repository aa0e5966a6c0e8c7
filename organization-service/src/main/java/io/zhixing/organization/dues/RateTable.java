package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A table of rates for one category (党费标准), proposed by one person and confirmed by a second one at the root: only then does
 * anybody pay by it. Amounts in fen.
 */
@Entity
@Table(name = "dues_rate_table")
public class RateTable {

    static final String RESOURCE = "dues-rate-table";

    @Schema(name = "DuesRateTableState", description = "党费标准状态 State of a table of rates")
    public enum RateTableState {
        @Label(zh = "拟定", en = "Proposed")
        PROPOSED,
        @Label(zh = "施行", en = "Adopted")
        ADOPTED,
        @Label(zh = "撤回", en = "Withdrawn")
        WITHDRAWN
    }

    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private DuesCategory category;
    private LocalDate effectiveFrom;
    private String source;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Long[] fromFen;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Integer[] basisPoints;
    @Enumerated(EnumType.STRING)
    private RateTableState state;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected RateTable() {}

    /** @param brackets without a gap; @param on business day of the proposal */
    record Facts(DuesCategory category, LocalDate effectiveFrom, List<RateBracket> brackets, String source,
            LocalDate on) {}

    RateTable(Facts facts) {
        this.id = Ids.next();
        this.category = facts.category();
        this.effectiveFrom = facts.effectiveFrom();
        this.source = facts.source();
        this.fromFen = facts.brackets().stream().map(RateBracket::fromFen).toArray(Long[]::new);
        this.basisPoints = facts.brackets().stream().map(RateBracket::basisPoints).toArray(Integer[]::new);
        this.state = RateTableState.PROPOSED;
        this.steppedOn = facts.on();
    }

    /** {@link MoveRateTable} has judged the step. */
    void reach(RateTableState next, LocalDate on) {
        state = next;
        steppedOn = on;
    }

    UUID id() {
        return id;
    }

    DuesCategory category() {
        return category;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    String source() {
        return source;
    }

    List<RateBracket> brackets() {
        return brackets(fromFen, basisPoints);
    }

    /** A bracket ends where the next one begins, the last one not at all. */
    static List<RateBracket> brackets(Long[] fromFen, Integer[] basisPoints) {
        return IntStream.range(0, fromFen.length).mapToObj(i -> new RateBracket(fromFen[i],
                i + 1 < fromFen.length ? Long.valueOf(fromFen[i + 1] - 1) : null, basisPoints[i])).toList();
    }

    RateTableState state() {
        return state;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    RateTableView view() {
        return new RateTableView(id, category, effectiveFrom, source, brackets(), state, version);
    }
}
