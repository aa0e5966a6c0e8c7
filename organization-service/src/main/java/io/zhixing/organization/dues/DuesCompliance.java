package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.platform.list.Listing;

/** Closed months and arrears as they stand by now. */
final class DuesCompliance {

    static final Listing<ClosingView> CLOSINGS = Listing
            .of(ClosingView.class, """
                    c.id, c.organization_id, c.month, c.closed_on, n.due, n.paid""",
                    """
                    dues_closing c join party_organization o on o.id = c.organization_id
                    cross join lateral dues_of(c.organization_id, c.month, null) n""",
                    row -> new ClosingView(row.getObject("id", UUID.class),
                            row.getObject("organization_id", UUID.class),
                            Month.text(row.getObject("month", LocalDate.class)),
                            row.getObject("closed_on", LocalDate.class), row.getLong("due"), row.getLong("paid")))
            .scopedBy("o.organization_path")
            .orderedBy("organization", "o.organization_path", "text", "c.month", "date", "c.id", "uuid")
            .filter("month", "c.month = (? || '-01')::date")
            .measure("due", "n.due")
            .measure("paid", "n.paid");

    static final Listing<ArrearsView> ARREARS = Listing
            .of(ArrearsView.class, "a.id, a.member_id, a.organization_id, a.since_month, a.cleared_on, a.version",
                    "dues_arrears a join party_member m on m.id = a.member_id",
                    row -> new ArrearsView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                            row.getObject("organization_id", UUID.class),
                            Month.text(row.getObject("since_month", LocalDate.class)),
                            row.getObject("cleared_on", LocalDate.class), row.getLong("version")))
            .scopedBy("m.organization_path").ofPerson("m.id")
            .orderedBy("organization", "m.organization_path", "text", "a.id", "uuid")
            .filter("member", "a.member_id = ?")
            .filter("open", "(a.cleared_on is null) = ?");

    private DuesCompliance() {}
}
