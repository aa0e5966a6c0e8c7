package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;

/**
 * A campaign (活动) of an organization for everything below it, such as 两学一做; a sub-campaign lies within its parent's days.
 * Both days are included, in Asia/Shanghai.
 */
@Entity
@Table(name = "campaign")
public class Campaign {

    @Id
    private UUID id;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    private String code;
    private String nameZh;
    private String nameEn;
    private LocalDate fromDay;
    private LocalDate toDay;
    private UUID parentId;
    private LocalDate changedOn;
    @Version
    private long version = 1;

    protected Campaign() {}

    /** @param parentId null for a campaign of its own */
    public record Facts(UUID organizationId, String code, String nameZh, String nameEn, LocalDate from, LocalDate to,
            UUID parentId) {}

    Campaign(Facts facts, String path) {
        this.id = Ids.next();
        this.organizationId = facts.organizationId();
        this.path = path;
        this.code = facts.code();
        this.nameZh = facts.nameZh();
        this.nameEn = facts.nameEn();
        this.fromDay = facts.from();
        this.toDay = facts.to();
        this.parentId = facts.parentId();
    }

    /** What is null stays; {@link ChangeCampaign} has judged that the campaign does not become shorter. */
    void change(String newNameZh, String newNameEn, LocalDate newTo, LocalDate on) {
        nameZh = newNameZh == null ? nameZh : newNameZh;
        nameEn = newNameEn == null ? nameEn : newNameEn;
        toDay = newTo == null ? toDay : newTo;
        changedOn = on;
    }

    /** Whether it would say the same after such a change. */
    boolean says(String aNameZh, String aNameEn, LocalDate aTo) {
        return (aNameZh == null || aNameZh.equals(nameZh)) && (aNameEn == null || aNameEn.equals(nameEn))
                && (aTo == null || aTo.equals(toDay));
    }

    public boolean isWithin(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(toDay);
    }

    /** Whether it concerns the organization at this path: its owner and all below. */
    public boolean reaches(String organizationPath) {
        return organizationPath.startsWith(path);
    }

    String code() {
        return code;
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

    public LocalDate fromDay() {
        return fromDay;
    }

    public LocalDate toDay() {
        return toDay;
    }

    UUID parentId() {
        return parentId;
    }

    LocalDate changedOn() {
        return changedOn;
    }

    long version() {
        return version;
    }

    CampaignView view() {
        return new CampaignView(id, organizationId, code, nameZh, nameEn, fromDay, toDay, parentId, version);
    }

    Changed changed() {
        return new Changed(id, version, organizationId, changedOn == null ? fromDay : changedOn, code, nameZh, nameEn,
                fromDay, toDay, parentId);
    }

    /** A campaign as it now is. */
    public record Changed(UUID campaignId, long version, UUID organizationId, LocalDate effectiveOn, String code,
            String nameZh, String nameEn, LocalDate from, LocalDate to, UUID parentCampaignId) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return campaignId;
        }
    }
}
