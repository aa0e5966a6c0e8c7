package io.zhixing.organization.keytask;

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

import io.zhixing.organization.campaign.Campaign;
import io.zhixing.organization.campaign.CampaignChanges;
import io.zhixing.organization.campaign.Names;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.time.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A key task of a campaign (重点任务): every organization of these types in the campaign's reach takes it through its steps. The
 * model case has seven; three are named in it, and their evidence is computed.
 */
@Entity
@Table(name = "key_task")
public class KeyTask {

    static final String RESOURCE = "key-task";

    @Id
    private UUID id;
    private UUID campaignId;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    private int number;
    private String title;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] obligedTypes;
    private LocalDate startsOn;
    private LocalDate deadline;
    @Enumerated(EnumType.STRING)
    private EvidenceKind evidence;
    private LocalDate changedOn;
    @Version
    private long version = 1;

    protected KeyTask() {}

    public record Facts(UUID campaignId, int number, String title, List<OrganizationType> obligedTypes,
            LocalDate deadline, EvidenceKind evidence) {}

    KeyTask(Facts facts, Campaign campaign) {
        this.id = Ids.next();
        this.campaignId = facts.campaignId();
        this.organizationId = campaign.organizationId();
        this.path = campaign.path();
        this.number = facts.number();
        this.title = facts.title();
        this.obligedTypes = Names.of(facts.obligedTypes());
        this.startsOn = campaign.fromDay();
        this.deadline = facts.deadline();
        this.evidence = facts.evidence();
    }

    /** {@link KeyTasks#OBLIGED} says the same of rows. */
    boolean obliges(PartyOrganization organization) {
        return organization.path().startsWith(path) && organization.isInPlace()
                && obligedTypes().contains(organization.type());
    }

    /** From that day on; null leaves as it is. {@link ChangeKeyTask} has judged it. */
    void change(String newTitle, LocalDate newDeadline, LocalDate on) {
        title = newTitle == null ? title : newTitle;
        deadline = newDeadline == null ? deadline : newDeadline;
        changedOn = on;
    }

    CampaignChanges.Said said() {
        return new CampaignChanges.Said(title, deadline, null);
    }

    String path() {
        return path;
    }

    /** Null until it was changed. */
    LocalDate changedOn() {
        return changedOn;
    }

    UUID id() {
        return id;
    }

    UUID organizationId() {
        return organizationId;
    }

    UUID campaignId() {
        return campaignId;
    }

    int number() {
        return number;
    }

    List<OrganizationType> obligedTypes() {
        return Names.read(obligedTypes, OrganizationType.class);
    }

    /** The first day on which a step can be taken. */
    LocalDate startsOn() {
        return startsOn;
    }

    EvidenceKind evidence() {
        return evidence;
    }

    long version() {
        return version;
    }

    KeyTaskView view() {
        return new KeyTaskView(id, campaignId, organizationId, number, title, obligedTypes(), deadline, evidence,
                version);
    }
}
