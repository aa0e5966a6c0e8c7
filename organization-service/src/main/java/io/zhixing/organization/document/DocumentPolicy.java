package io.zhixing.organization.document;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;

/** What a document must say, drafted or redrafted. */
final class DocumentPolicy {

    private DocumentPolicy() {}

    static Faults faults(DocumentKind kind, CampaignDocument.Text text) {
        return new Faults()
                .addIf(text.body() == null && text.reference() == null,
                        OrganizationProblems.DOCUMENT_CONTENT_MISSING.at(Place.pointer("/body")))
                .addIf(kind == DocumentKind.SECTOR_GUIDANCE && (text.sectors() == null || text.sectors().isEmpty()),
                        OrganizationProblems.DOCUMENT_SECTORS_MISSING.at(Place.pointer("/sectors")))
                .addIf(text.inForceTo() != null && text.inForceTo().isBefore(text.inForceFrom()),
                        OrganizationProblems.DAYS_INCONSISTENT.at(Place.pointer("/inForceTo"), text.inForceTo(),
                                text.inForceFrom()));
    }
}
