package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class Reductions implements PanacheRepositoryBase<DuesReduction, UUID> {

    static final Listing<ReductionView> LISTING = Listing
            .of(ReductionView.class,
                    """
                    d.id, d.member_id, d.from_month, d.to_month, d.basis_points_off, d.reason, d.refusal_reason, d.state, d.version""",
                    "dues_reduction d join party_member m on m.id = d.member_id",
                    row -> new ReductionView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                            Month.text(row.getObject("from_month", LocalDate.class)),
                            Month.text(row.getObject("to_month", LocalDate.class)), row.getInt("basis_points_off"),
                            row.getString("reason"), row.getString("refusal_reason"),
                            DuesReduction.ReductionState.valueOf(row.getString("state")), row.getLong("version")))
            .scopedBy("m.organization_path")
            .orderedBy("organization", "m.organization_path", "text", "d.id", "uuid")
            .filter("member", "d.member_id = ?")
            .filter("state", "d.state = any (?)");
}
