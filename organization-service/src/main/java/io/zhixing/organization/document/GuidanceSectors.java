package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/**
 * For which sectors guidance is in force in an organization on a day: that which it issued itself, or one above it. What was
 * issued below it is not in force for the whole of it and does not count.
 */
@ApplicationScoped
public class GuidanceSectors {

    private static final String FROM = """
            (select distinct on (s.sector) s.sector, d.id, d.number, d.title, d.organization_id
             from (select ?::text as place, ?::date as day, ?::date as known) q
             join campaign_document d on starts_with(q.place, d.organization_path) and d.kind = 'SECTOR_GUIDANCE'
               and d.issued_on <= q.day and d.issued_entered_at < (q.known + 1)::timestamp at time zone 'Asia/Shanghai'
               and d.in_force_from <= q.day and (d.in_force_to is null or d.in_force_to >= q.day)
               and (d.ended_on is null or d.ended_on > q.day or d.ended_entered_at >= (q.known + 1)::timestamp at time zone 'Asia/Shanghai')
             cross join unnest(d.sectors) as s (sector)
             order by s.sector, d.in_force_from desc, d.id) g""";

    /** Asked with {@code place}, the path of the organization, {@code inForceOn} and {@code asOf}. */
    static final Listing<GuidanceSector> LISTING = Listing
            .of(GuidanceSector.class, "g.sector, g.id, g.number, g.title, g.organization_id", FROM,
                    row -> new GuidanceSector(Sector.valueOf(row.getString("sector")), row.getObject("id", UUID.class),
                            row.getString("number"), row.getString("title"),
                            row.getObject("organization_id", UUID.class)))
            .placing("place", "inForceOn", "asOf")
            .orderedBy("sector", "g.sector", "text");

    private final Sql database;

    GuidanceSectors(Sql database) {
        this.database = database;
    }

    /** @param known the last day of knowledge: what was issued or ended later counts as it was before */
    public long count(String place, LocalDate on, LocalDate known) {
        return database.one("select count(*) from " + FROM, row -> row.getLong(1), place, on, known);
    }
}
