package io.zhixing.project.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.project.ProjectProblems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One funding document (资金来源): how much, for what, within which days. More or less money is a further document. */
@Entity
@Table(name = "fund_source")
public class FundSource {

    public static final String RESOURCE = "fund-source";

    @Schema(name = "FundCategory", description = "资金类别 Category of a fund source")
    public enum FundCategory {
        @Label(zh = "扶贫专项", en = "Poverty-alleviation special fund")
        POVERTY_SPECIAL,
        @Label(zh = "征地补偿", en = "Land compensation")
        LAND_COMPENSATION,
        @Label(zh = "被征地养老保障", en = "Pension of land-expropriated farmers")
        LAND_PENSION,
        @Label(zh = "公共服务", en = "Public service")
        PUBLIC_SERVICE,
        @Label(zh = "社会捐赠", en = "Social donation")
        SOCIAL_DONATION,
        @Label(zh = "其他", en = "Other")
        OTHER
    }

    @Schema(name = "FundLevel", description = "资金层级 Level that gives the money")
    public enum FundLevel {
        @Label(zh = "中央", en = "Central")
        CENTRAL,
        @Label(zh = "省", en = "Province")
        PROVINCE,
        @Label(zh = "市", en = "City")
        CITY,
        @Label(zh = "县", en = "County")
        COUNTY,
        @Label(zh = "社会", en = "Social")
        SOCIAL
    }

    @Schema(name = "FundSourceState", description = "资金来源状态 State of a fund source")
    public enum FundSourceState {
        @Label(zh = "草稿", en = "Draft")
        DRAFT,
        @Label(zh = "生效", en = "Active")
        ACTIVE,
        @Label(zh = "冻结", en = "Frozen")
        FROZEN,
        @Label(zh = "关闭", en = "Closed")
        CLOSED,
        @Label(zh = "已冲销", en = "Reversed")
        REVERSED
    }

    @Id
    private UUID id;
    private UUID organizationId;
    private String organizationPath;
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    private FundCategory category;
    @Enumerated(EnumType.STRING)
    private FundLevel level;
    private int fiscalYear;
    private String documentNo;
    private long appropriationFen;
    private LocalDate availableFrom;
    private LocalDate availableTo;
    @Enumerated(EnumType.STRING)
    private FundSourceState status;
    private LocalDate statusOn;
    @Version
    private long version = 1;

    protected FundSource() {}

    /** What a document states. {@code appropriationFen} is above 0. */
    public record Facts(String code, String name, UUID organizationId, FundCategory category, FundLevel level,
            int fiscalYear, String documentNo, long appropriationFen, LocalDate availableFrom, LocalDate availableTo,
            LocalDate on) {}

    FundSource(Facts facts, String organizationPath) {
        if (facts.availableTo().isBefore(facts.availableFrom())) {
            throw new ProblemException(List.of(ProjectProblems.PERIOD_REVERSED.at(Place.pointer("/availableTo"))));
        }
        this.id = Ids.next();
        this.organizationId = facts.organizationId();
        this.organizationPath = organizationPath;
        this.code = facts.code();
        this.name = facts.name();
        this.category = facts.category();
        this.level = facts.level();
        this.fiscalYear = facts.fiscalYear();
        this.documentNo = facts.documentNo();
        this.appropriationFen = facts.appropriationFen();
        this.availableFrom = facts.availableFrom();
        this.availableTo = facts.availableTo();
        this.status = FundSourceState.DRAFT;
        this.statusOn = facts.on();
    }

    /** {@link MoveFundSource} has judged the step. */
    void reach(FundSourceState state, LocalDate on) {
        status = state;
        statusOn = on;
    }

    /** Its appropriation was an error and is reversed in the same transaction: it has brought nothing. */
    void reversed(LocalDate on) {
        reach(FundSourceState.REVERSED, on);
        appropriationFen = 0;
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return organizationPath;
    }

    public FundCategory category() {
        return category;
    }

    public FundSourceState state() {
        return status;
    }

    public LocalDate stateOn() {
        return statusOn;
    }

    public long appropriationFen() {
        return appropriationFen;
    }

    public long version() {
        return version;
    }

    FundSourceView view(List<String> purposes) {
        return new FundSourceView(id, organizationId, code, name, category, level, fiscalYear, documentNo,
                appropriationFen, availableFrom, availableTo, purposes, status, statusOn, version);
    }

    Changed changed() {
        return new Changed(id, version, organizationId, statusOn, category, level, fiscalYear, appropriationFen,
                status);
    }

    /** A source after a step; {@code appropriationFen} is 0 once its appropriation was reversed. */
    public record Changed(UUID fundSourceId, long version, UUID organizationId, LocalDate effectiveOn,
            FundCategory category, FundLevel level, int fiscalYear, long appropriationFen,
            FundSourceState state) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return fundSourceId;
        }
    }
}
