package io.zhixing.project.reversal;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class ReversalRequests implements PanacheRepositoryBase<ReversalRequest, UUID> {

    static final Listing<ReversalView> LISTING = Listing
            .of(ReversalView.class,
                    """
            r.id, r.journal_id, r.reason, r.document_no, r.status, r.status_on, r.requested_by, r.confirmed_by, r.reversal_id, r.version""",
                    "reversal_request r", ReversalView::read)
            .scopedBy("r.organization_path")
            .orderedBy("organization", "r.organization_path", "text", "r.id", "uuid")
            .filter("journal", "r.journal_id = ?::bigint")
            .filter("state", "r.status = any (?)");

    /** As it is now and stays until the commit: of two who confirm it at once the second sees what the first did. */
    Optional<ReversalRequest> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
