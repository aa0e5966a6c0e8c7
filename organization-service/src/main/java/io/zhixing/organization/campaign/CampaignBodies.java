package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.campaign.CampaignBody.Seat;
import io.zhixing.organization.post.Post;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;

/** Bodies with their seats. Seen above and below their organization: row-level security scopes them. */
@ApplicationScoped
public class CampaignBodies implements PanacheRepositoryBase<CampaignBody, UUID> {

    static final Listing<BodyView> LISTING = Listing
            .of(BodyView.class, "b.id, b.campaign_id, b.organization_id, b.kind, b.set_up_on, b.ended_on, b.version",
                    "campaign_body b",
                    row -> {
                        var endedOn = row.getObject("ended_on", LocalDate.class);
                        return new BodyView(row.getObject("id", UUID.class), row.getObject("campaign_id", UUID.class),
                                row.getObject("organization_id", UUID.class),
                                CampaignBody.BodyKind.valueOf(row.getString("kind")),
                                row.getObject("set_up_on", LocalDate.class), endedOn,
                                endedOn == null ? CampaignBody.BodyState.OPEN : CampaignBody.BodyState.ENDED,
                                row.getLong("version"));
                    })
            .orderedBy("organization", "b.organization_path", "text", "b.id", "uuid")
            .filter("campaign", "b.campaign_id = ?")
            .filter("owner", "b.organization_id = ?")
            .filter("kind", "b.kind = any (?)");

    static final Listing<SeatView> SEATS = Listing
            .of(SeatView.class, "s.organization_id, s.post, s.role, s.from_day, s.to_day", "campaign_body_seat s",
                    row -> new SeatView(row.getObject("organization_id", UUID.class),
                            Post.valueOf(row.getString("post")),
                            CampaignBody.BodyRole.valueOf(row.getString("role")),
                            row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)))
            .orderedBy("from", "s.from_day", "date", "s.id", "uuid")
            .filter("body", "s.body_id = ?")
            .filter("on", "s.from_day <= ? and (s.to_day is null or s.to_day > ?)");

    private final Sql database;

    CampaignBodies(Sql database) {
        this.database = database;
    }

    /** Organizations of these seats that the caller does not see. */
    List<UUID> unknown(List<Seat> seats) {
        return database.one("""
                select array_agg(s.id) from unnest(?::uuid[]) as s (id)
                where not exists (select from party_organization o where o.id = s.id)""",
                row -> row.getArray(1) == null ? List.of() : List.of((UUID[]) row.getArray(1).getArray()),
                SqlArray.uuids(seats.stream().map(Seat::organizationId).distinct().toList()));
    }

    /** From that day on these seats, and no others. */
    void seat(UUID body, List<Seat> seats, LocalDate from) {
        leave(body, from);
        Batch.of(seats).column("uuid", seat -> Ids.next()).column("uuid", seat -> body)
                .column("uuid", Seat::organizationId).column("text", seat -> seat.post().name())
                .column("text", seat -> seat.role().name()).column("date", seat -> from).update(database, """
                            insert into campaign_body_seat (id, body_id, organization_id, post, role, from_day)
                            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[])""");
    }

    void leave(UUID body, LocalDate on) {
        database.update("""
                update campaign_body_seat set to_day = ? where body_id = ? and to_day is null""", on, body);
    }
}
