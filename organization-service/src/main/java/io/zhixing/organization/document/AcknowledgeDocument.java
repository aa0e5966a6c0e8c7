package io.zhixing.organization.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;

/** 签收: an obliged organization acknowledges a document that is in force, once. */
@RequestScoped
public class AcknowledgeDocument {

    public record Stated(UUID documentId, UUID organizationId, LocalDate on, String arrangement) {}

    private final Acknowledgements acknowledgements;
    private final Documents documents;
    private final Organizations organizations;
    private final Access access;
    private final Clock clock;

    AcknowledgeDocument(Acknowledgements acknowledgements, Documents documents, Organizations organizations,
            Access access, Clock clock) {
        this.acknowledgements = acknowledgements;
        this.documents = documents;
        this.organizations = organizations;
        this.access = access;
        this.clock = clock;
    }

    public Acknowledgement handle(Stated stated) {
        var document = documents.findById(stated.documentId());
        var organization = organizations.findById(stated.organizationId());
        new Faults()
                .addIf(document == null,
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/documentId"), stated.documentId()))
                .addIf(organization == null, PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationId"),
                        stated.organizationId()))
                .refuse();
        access.require(organization.path(), Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
        if (document.state() != DocumentState.ISSUED) {
            throw OrganizationProblems.DOCUMENT_NOT_ISSUED.about(document.state());
        }
        new Faults()
                .addIf(!document.obliges(organization),
                        OrganizationProblems.NOT_OBLIGED.at(Place.pointer("/organizationId")))
                .addIf(stated.on().isBefore(document.issuedOn()), OrganizationProblems.DAYS_INCONSISTENT
                        .at(Place.pointer("/on"), stated.on(), document.issuedOn()))
                .addIf(stated.on().isAfter(Shanghai.today(clock)),
                        OrganizationProblems.DAY_IN_FUTURE.at(Place.pointer("/on"), stated.on()))
                .refuse();
        var acknowledgement = new Acknowledgement(document, organization, stated.on(), stated.arrangement());
        acknowledgements.persistAndFlush(acknowledgement);
        return acknowledgement;
    }
}
