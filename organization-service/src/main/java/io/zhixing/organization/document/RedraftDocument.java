package io.zhixing.organization.document;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;

/** Changes a draft; what is issued stays as it is. */
@RequestScoped
public class RedraftDocument {

    private final Documents documents;
    private final Access access;

    RedraftDocument(Documents documents, Access access) {
        this.documents = documents;
        this.access = access;
    }

    /** @param stated null where the draft stays */
    public CampaignDocument handle(UUID id, long read, CampaignDocument.Text stated) {
        var document = documents.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        access.require(document.path(), Roles.OFFICER, Roles.SYSTEM);
        ETag.check(read, document.version());
        if (document.state() != DocumentState.DRAFT) {
            throw OrganizationProblems.DOCUMENT_IMMUTABLE.about();
        }
        var text = stated.orElse(document.text());
        if (text.equals(document.text())) {
            throw OrganizationProblems.CORRECTION_CHANGES_NOTHING.about();
        }
        DocumentPolicy.faults(document.kind(), text).refuse();
        document.redraft(text);
        documents.flush();
        return document;
    }
}
