package io.zhixing.organization.document;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.Roles;
import io.zhixing.organization.workitem.Work;
import io.zhixing.organization.workitem.WorkKind;
import io.zhixing.organization.workitem.WorkOffice;
import io.zhixing.organization.workitem.WorkSource;

/** Issued documents that an obliged organization has not acknowledged; one without a last day waits. */
@ApplicationScoped
class DocumentWork implements WorkSource {

    private static final String UNACKNOWLEDGED = """
            select d.id, o.id as organization_id, o.organization_path, %s as status, d.issued_on as since, d.acknowledge_by as due_on,
              1 as quantity, null::text as barred
            from campaign_document d join party_organization o on %s
            where d.state = 'ISSUED' and d.issued_on <= judged.day and not exists (
              select from document_acknowledgement a where a.document_id = d.id and a.organization_id = o.id)"""
            .formatted(Work.status("d.acknowledge_by"), Documents.OBLIGED);

    @Override
    public List<Work> works() {
        return List.of(Work.of(WorkKind.DOCUMENT_TO_ACKNOWLEDGE, UNACKNOWLEDGED).bounded()
                .by(WorkOffice.ITSELF, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM).endedBy("acknowledge")
                .at("/organization/v1/campaign-documents/"));
    }
}
