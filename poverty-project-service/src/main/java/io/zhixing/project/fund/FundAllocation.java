package io.zhixing.project.fund;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;
import org.hibernate.annotations.Immutable;

/** 分配下达: part of a source given to one county. A clawback takes from its money; a reversal alone changes the document, to 0 fen. */
@Entity
@Immutable
@Table(name = "fund_allocation")
public class FundAllocation {

    @Id
    private UUID id;
    private UUID sourceId;
    private UUID organizationId;
    private String organizationPath;
    @Enumerated(EnumType.STRING)
    private FundSource.FundCategory sourceCategory;
    private String countyCode;
    private String documentNo;
    private long amountFen;
    private LocalDate allocatedOn;
    @Version
    private long version = 1;

    protected FundAllocation() {}

    /** {@code organizationId} is the county that receives the money; {@code amountFen} is above 0. */
    public record Facts(UUID sourceId, UUID organizationId, String countyCode, String documentNo, long amountFen,
            LocalDate on) {}

    FundAllocation(Facts facts, FundSource source, String organizationPath) {
        this.id = Ids.next();
        this.sourceId = facts.sourceId();
        this.organizationId = facts.organizationId();
        this.organizationPath = organizationPath;
        this.sourceCategory = source.category();
        this.countyCode = facts.countyCode();
        this.documentNo = facts.documentNo();
        this.amountFen = facts.amountFen();
        this.allocatedOn = facts.on();
    }

    public UUID id() {
        return id;
    }

    public String path() {
        return organizationPath;
    }

    public long version() {
        return version;
    }

    FundAllocationView view() {
        return new FundAllocationView(id, sourceId, organizationId, sourceCategory, countyCode, documentNo, amountFen,
                allocatedOn, version);
    }

    Changed changed() {
        return changed(allocatedOn);
    }

    /** @param on the day of the reversal */
    Changed reversed(LocalDate on) {
        return changed(on);
    }

    private Changed changed(LocalDate on) {
        return new Changed(id, version, organizationId, on, sourceId, sourceCategory, countyCode, amountFen);
    }

    /** An allocation as it was made, and when its posting was reversed; {@code amountFen} is 0 then. */
    public record Changed(UUID fundAllocationId, long version, UUID organizationId, LocalDate effectiveOn,
            UUID fundSourceId, FundSource.FundCategory sourceCategory, String countyCode,
            long amountFen) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return fundAllocationId;
        }
    }
}
