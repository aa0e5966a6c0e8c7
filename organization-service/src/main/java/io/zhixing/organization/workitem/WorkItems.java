package io.zhixing.organization.workitem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.zhixing.platform.list.Listing;

/**
 * The work of all features in one list, read from their own tables at the moment it is asked for: an item is there while
 * its cause is, and nothing has to be kept in step (docs/adr/0020).
 */
@ApplicationScoped
public class WorkItems {

    private static final String COLUMNS = """
            w.kind, w.id, w.organization_id, w.code, w.name, w.status, w.since, w.due_on, w.quantity, w.step, w.office, w.roles, w.address, w.tail""";
    /**
     * A grant is written as role, blank, path: the step is the caller's when a role of his reaches the office that acts, unless
     * it is nobody's yet.
     */
    private static final String MAY_ACT = """
            not w.early and exists (select from unnest(?::text[]) as g where split_part(g, ' ', 1) = any (w.roles)
              and w.office_path >= split_part(g, ' ', 2) collate "C"
              and w.office_path < (rtrim(split_part(g, ' ', 2), '/') || '0') collate "C")""";

    private final List<Work> works;

    WorkItems(@All List<WorkSource> sources) {
        this.works = sources.stream().flatMap(source -> source.works().stream())
                .sorted(Comparator.comparing(Work::kind).thenComparing(Work::part)).toList();
    }

    /** @param kinds names of kinds; none: all. The others are not read. */
    public Listing<WorkItem> listing(List<String> kinds) {
        var wanted = works.stream().filter(work -> kinds.isEmpty() || kinds.contains(work.kind().name()))
                .map(Work::part).toList();
        return Listing.merging(WorkItem.class, COLUMNS, wanted, WorkItems::read)
                .placing("on")
                .scopedBy("w.organization_path")
                .orderedBy("organization", "w.organization_path", "text", "w.kind", "text", "w.id", "uuid")
                .orderedBy("since", "w.since", "date", "w.organization_path", "text", "w.kind", "text", "w.id",
                        "uuid")
                .filter("kind", "w.kind = any (?)")
                .filter("status", "w.status = any (?)")
                .filter("mayAct", MAY_ACT)
                .filter("notBarred", "w.barred is null or w.barred <> ?");
    }

    private static WorkItem read(ResultSet row) throws SQLException {
        return new WorkItem(WorkKind.valueOf(row.getString("kind")), WorkStatus.valueOf(row.getString("status")),
                row.getObject("organization_id", UUID.class), row.getString("code"), row.getString("name"),
                row.getObject("since", LocalDate.class), row.getObject("due_on", LocalDate.class),
                row.getLong("quantity"), row.getString("step"), WorkOffice.valueOf(row.getString("office")),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("address") + row.getString("id") + row.getString("tail"));
    }
}
