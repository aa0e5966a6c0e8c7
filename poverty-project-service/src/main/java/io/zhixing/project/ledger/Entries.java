package io.zhixing.project.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.list.Query;
import io.zhixing.project.fund.FundSource;
import io.zhixing.project.library.ProjectCategory;
import io.zhixing.project.obligation.ObligationKind;

/** What moved, level by level: each entry beside the row whose path decides who sees it. */
final class Entries {

    private static final String COLUMNS = "e.id, e.journal_id, e.kind, e.net_fen, e.occurred_on, e.recorded_on, ";

    private static final Map<EntryLevel, Listing<EntryView>> BY_LEVEL = new EnumMap<>(Map.of(
            EntryLevel.ALLOCATION, listing("a.organization_path", "a.source_category",
                    COLUMNS + "a.id as document_id, a.source_category as category",
                    "allocation_entry e join fund_allocation a on a.id = e.allocation_id"),
            EntryLevel.BUDGET, listing("p.organization_path", "p.category",
                    COLUMNS + "e.budget_id as document_id, p.category",
                    "project_investment e join project p on p.id = e.project_id"),
            EntryLevel.PAYMENT, listing("o.organization_path", "o.kind",
                    COLUMNS + "e.payment_id as document_id, o.kind as category",
                    "payment_entry e join obligation o on o.id = e.obligation_id")));

    private Entries() {}

    static Listing<EntryView> of(EntryLevel level) {
        return BY_LEVEL.get(level);
    }

    /** Only entries of these categories: of sources, of projects or of obligations, as the level has them. */
    static Query among(EntryLevel level, Query query, List<String> categories) {
        return switch (level) {
            case ALLOCATION -> query.oneOf("category", categories, FundSource.FundCategory.class);
            case BUDGET -> query.oneOf("category", categories, ProjectCategory.class);
            case PAYMENT -> query.oneOf("category", categories, ObligationKind.class);
        };
    }

    private static Listing<EntryView> listing(String path, String category, String columns, String from) {
        return Listing.of(EntryView.class, columns, from, EntryView::read).scopedBy(path)
                .orderedBy("id", "e.id", "bigint")
                .filter("category", category + " = any (?)")
                .filter("occurredFrom", "e.occurred_on >= ?")
                .filter("occurredTo", "e.occurred_on <= ?")
                .filter("recordedUntil", "e.recorded_on <= ?")
                .measure("netFen", "e.net_fen");
    }
}
