package io.zhixing.organization.document;

import java.time.Instant;
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

import io.zhixing.organization.campaign.Names;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.time.Ids;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A document of a campaign (实施方案, 指导意见, 工作指引). Once it is issued nothing in it changes: another one supersedes it, or it is
 * withdrawn. {@link MoveDocument} judges the steps.
 */
@Entity
@Table(name = "campaign_document")
public class CampaignDocument {

    static final String RESOURCE = "campaign-document";

    @Id
    private UUID id;
    private UUID campaignId;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    @Enumerated(EnumType.STRING)
    private DocumentKind kind;
    private String number;
    private String title;
    private String body;
    private String reference;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] sectors;
    private LocalDate inForceFrom;
    private LocalDate inForceTo;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] acknowledgingTypes;
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] acknowledgingSectors;
    private LocalDate acknowledgeBy;
    @Enumerated(EnumType.STRING)
    private DocumentState state;
    private String drafter;
    private LocalDate issuedOn;
    private Instant issuedEnteredAt;
    private LocalDate endedOn;
    private Instant endedEnteredAt;
    private UUID successorId;
    private LocalDate steppedOn;
    @Version
    private long version = 1;

    protected CampaignDocument() {}

    /** @param drafter client and subject */
    record Origin(UUID campaignId, UUID organizationId, String path, DocumentKind kind, String number, String drafter,
            LocalDate draftedOn) {}

    /**
     * What a draft says.
     *
     * @param sectors none for every sector
     * @param inForceTo included; null for without end
     * @param mustAcknowledge null when nobody must
     */
    public record Text(String title, String body, String reference, List<Sector> sectors, LocalDate inForceFrom,
            LocalDate inForceTo, MustAcknowledge mustAcknowledge) {

        /** This text, and where it says nothing the other's. */
        Text orElse(Text other) {
            return new Text(title == null ? other.title : title, body == null ? other.body : body,
                    reference == null ? other.reference : reference, sectors == null ? other.sectors : sectors,
                    inForceFrom == null ? other.inForceFrom : inForceFrom,
                    inForceTo == null ? other.inForceTo : inForceTo,
                    mustAcknowledge == null ? other.mustAcknowledge : mustAcknowledge);
        }
    }

    CampaignDocument(Origin origin, Text text) {
        this.id = Ids.next();
        this.campaignId = origin.campaignId();
        this.organizationId = origin.organizationId();
        this.path = origin.path();
        this.kind = origin.kind();
        this.number = origin.number();
        this.drafter = origin.drafter();
        this.state = DocumentState.DRAFT;
        this.steppedOn = origin.draftedOn();
        redraft(text);
    }

    /** 修改草稿; of a draft alone. */
    final void redraft(Text text) {
        title = text.title();
        body = text.body();
        reference = text.reference();
        sectors = Names.of(text.sectors());
        inForceFrom = text.inForceFrom();
        inForceTo = text.inForceTo();
        var must = text.mustAcknowledge();
        acknowledgingTypes = Names.of(must == null ? null : must.types());
        acknowledgingSectors = Names.of(must == null ? null : must.sectors());
        acknowledgeBy = must == null ? null : must.dueOn();
    }

    /** 印发. @param entered since when it is known */
    void issue(LocalDate on, Instant entered) {
        state = DocumentState.ISSUED;
        issuedOn = on;
        issuedEnteredAt = entered;
        steppedOn = on;
    }

    /** 替代、撤回: from that day on it holds no more. */
    void end(DocumentState next, UUID successor, LocalDate on, Instant entered) {
        state = next;
        successorId = successor;
        endedOn = on;
        endedEnteredAt = entered;
        steppedOn = on;
    }

    boolean isDraftedBy(String person) {
        return person.equals(drafter);
    }

    /** Whether it can take the place of the other: issued by the same office, of the same kind, in the same campaign. */
    boolean succeeds(CampaignDocument other) {
        return state == DocumentState.ISSUED && !id.equals(other.id) && campaignId.equals(other.campaignId)
                && kind == other.kind && organizationId.equals(other.organizationId);
    }

    /** {@link Documents#OBLIGED} says the same of rows. */
    boolean obliges(PartyOrganization organization) {
        var of = Names.read(acknowledgingSectors, Sector.class);
        return organization.path().startsWith(path) && organization.isInPlace()
                && Names.read(acknowledgingTypes, OrganizationType.class).contains(organization.type())
                && (of.isEmpty() || of.contains(organization.sector()));
    }

    UUID id() {
        return id;
    }

    String path() {
        return path;
    }

    DocumentKind kind() {
        return kind;
    }

    DocumentState state() {
        return state;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    long version() {
        return version;
    }

    Text text() {
        return new Text(title, body, reference, Names.read(sectors, Sector.class), inForceFrom, inForceTo,
                mustAcknowledge());
    }

    DocumentView view() {
        return new DocumentView(id, campaignId, organizationId, kind, number, title, body, reference,
                Names.read(sectors, Sector.class), inForceFrom, inForceTo, mustAcknowledge(), state, issuedOn, endedOn,
                successorId, version);
    }

    private MustAcknowledge mustAcknowledge() {
        return acknowledgingTypes.length == 0
                ? null
                : new MustAcknowledge(Names.read(acknowledgingTypes, OrganizationType.class),
                        Names.read(acknowledgingSectors, Sector.class), acknowledgeBy);
    }
}
