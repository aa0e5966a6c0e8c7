package io.zhixing.project.payment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class Disbursements implements PanacheRepositoryBase<Disbursement, UUID> {

    static final Listing<DisbursementView> LISTING = Listing.of(DisbursementView.class, """
            d.id, d.project_id, d.organization_id, d.budget_id, d.stage, d.amount_fen, d.line_total_fen, d.line_count, d.consent_document,
            d.status, d.status_on, d.version""", "disbursement d", DisbursementView::read)
            .scopedBy("d.organization_path")
            .orderedBy("organization", "d.organization_path", "text", "d.id", "uuid")
            .filter("project", "d.project_id = ?")
            .filter("budget", "d.budget_id = ?")
            .filter("state", "d.status = any (?)")
            .measure("amountFen", "d.amount_fen");
}
