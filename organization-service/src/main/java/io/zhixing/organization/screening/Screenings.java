package io.zhixing.organization.screening;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class Screenings implements PanacheRepositoryBase<Screening, UUID> {

    /** Seen above, and by whoever has a sheet of it: row-level security scopes it, and of runs there are few. */
    static final Listing<ScreeningView> LISTING = Listing
            .of(ScreeningView.class,
                    "s.id, s.organization_id, s.campaign_code, s.from_day, s.to_day, s.state, s.version",
                    "screening s",
                    row -> new ScreeningView(row.getObject("id", UUID.class),
                            row.getObject("organization_id", UUID.class), row.getString("campaign_code"),
                            row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                            ScreeningState.valueOf(row.getString("state")), row.getLong("version")))
            .orderedBy("id", "s.id", "uuid")
            .filter("state", "s.state = any (?)");

    /** Whether of the screening {@code r} somebody was not checked, or what was found not acted on, or a sheet not reviewed. */
    static final String UNFINISHED = """
            exists (select from screening_sheet s where s.screening_id = r.id and (s.state <> 'REVIEWED'
              or exists (select from screening_item i where i.sheet_id = s.id and i.state in ('UNCHECKED', 'REPORTED'))))""";

    private final Sql database;

    Screenings(Sql database) {
        this.database = database;
    }

    /** A sheet for each branch at work below its organization, and an item for each member on its roll, by the first day of the run. */
    void lay(Screening screening) {
        var range = PathRange.subtree(screening.path());
        var from = screening.fromDay();
        database.update(
                """
                insert into screening_sheet (id, screening_id, organization_id, organization_path, state, stepped_on, version)
                select gen_random_uuid(), ?, o.id, o.organization_path, 'OPEN', ?, 1 from party_organization o
                where o.organization_path >= ? and o.organization_path < ? and o.type = 'BRANCH' and o.state in ('PREPARING', 'ACTIVE')""",
                screening.id(), from, range.from(), range.to());
        database.update("""
                insert into screening_item (id, sheet_id, member_id, organization_path, state, stepped_on, version)
                select gen_random_uuid(), s.id, r.member_id, r.organization_path, 'UNCHECKED', ?, 1
                from roll_period r join screening_sheet s on s.organization_id = r.organization_id and s.screening_id = ?
                where r.organization_path >= ? and r.organization_path < ? and r.on_roll_from <= ?
                  and (r.on_roll_to is null or r.on_roll_to > ?)""", from, screening.id(), range.from(), range.to(),
                from, from);
    }

    /** Whether a sheet is not reviewed yet, or a reported action neither done nor handed on. */
    boolean isUnfinished(UUID screening) {
        return database.one("select " + UNFINISHED + " from screening r where r.id = ?", row -> row.getBoolean(1),
                screening);
    }
}
