package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.time.Ids;

/** That an organization has acknowledged a document (签收), and what it arranges; once, and it stays. */
@Entity
@Table(name = "document_acknowledgement")
public class Acknowledgement {

    @Id
    private UUID id;
    private UUID documentId;
    private UUID organizationId;
    @Column(name = "organization_path")
    private String path;
    private LocalDate acknowledgedOn;
    private String arrangement;
    @Version
    private long version = 1;

    protected Acknowledgement() {}

    Acknowledgement(CampaignDocument document, PartyOrganization organization, LocalDate on, String arrangement) {
        this.id = Ids.next();
        this.documentId = document.id();
        this.organizationId = organization.id();
        this.path = organization.path();
        this.acknowledgedOn = on;
        this.arrangement = arrangement;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    AcknowledgementView view() {
        return new AcknowledgementView(id, documentId, organizationId, acknowledgedOn, arrangement, version);
    }
}
