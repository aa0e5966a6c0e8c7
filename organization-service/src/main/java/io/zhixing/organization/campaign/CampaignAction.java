package io.zhixing.organization.campaign;

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

import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a campaign asks of organizations (规定动作), or what one of them undertakes of its own accord (自选动作). */
@Entity
@Table(name = "campaign_action")
public class CampaignAction {

    @Schema(name = "CampaignActionKind", description = "动作类别 Kind of action")
    public enum ActionKind {
        @Label(zh = "规定动作", en = "Prescribed")
        PRESCRIBED,
        @Label(zh = "自选动作", en = "Optional")
        OPTIONAL
    }

    static final String RESOURCE = "campaign-action";

    @Id
    private UUID id;
    private UUID campaignId;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    @Enumerated(EnumType.STRING)
    private ActionKind kind;
    private String title;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] obligedTypes;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] sectors;
    private LocalDate changedOn;
    @Version
    private long version = 1;

    protected CampaignAction() {}

    /** @param sectors none for every sector */
    public record Facts(UUID campaignId, UUID organizationId, ActionKind kind, String title,
            List<OrganizationType> obligedTypes, List<Sector> sectors) {}

    CampaignAction(Facts facts, String path) {
        this.id = Ids.next();
        this.campaignId = facts.campaignId();
        this.organizationId = facts.organizationId();
        this.path = path;
        this.kind = facts.kind();
        this.title = facts.title();
        this.obligedTypes = Names.of(facts.obligedTypes());
        this.sectors = Names.of(facts.sectors());
    }

    /** From that day on; null leaves as it is. {@link ChangeAction} has judged it. */
    void change(String newTitle, ActionKind newKind, LocalDate on) {
        title = newTitle == null ? title : newTitle;
        kind = newKind == null ? kind : newKind;
        changedOn = on;
    }

    CampaignChanges.Said said() {
        return new CampaignChanges.Said(title, null, kind);
    }

    String path() {
        return path;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID organizationId() {
        return organizationId;
    }

    /** Null until it was changed. */
    LocalDate changedOn() {
        return changedOn;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ActionView view() {
        return new ActionView(id, campaignId, organizationId, kind, title,
                Names.read(obligedTypes, OrganizationType.class), Names.read(sectors, Sector.class), version);
    }
}
