package io.zhixing.organization.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.post.Post;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

@ApplicationScoped
public class Elections implements PanacheRepositoryBase<TermElection, UUID> {

    static final Listing<ElectionView> LISTING = Listing.of(ElectionView.class, """
            e.id, e.organization_id, e.kind, e.planned_on, e.seats, e.years, e.deviation_reason, e.delegates, e.reason, e.session_id,
            e.held_on, e.entitled, e.present, e.surplus_short, e.void_reason, e.state, e.version""",
            "term_election e join party_organization o on o.id = e.organization_id", Elections::view)
            .scopedBy("o.organization_path")
            .orderedBy("organization", "o.organization_path", "text", "e.id", "uuid")
            .filter("kind", "e.kind = any (?)")
            .filter("state", "e.state = any (?)")
            .filter("surplusShort", "e.surplus_short = ?");

    private static final List<ElectionState> OPEN = List.of(ElectionState.APPLIED, ElectionState.APPROVED,
            ElectionState.ELECTED);

    private final Sql database;

    Elections(Sql database) {
        this.database = database;
    }

    /** The organization's election that is not ended yet. */
    Optional<TermElection> openIn(UUID organization) {
        return find("organizationId = ?1 and state in ?2", organization, OPEN).firstResultOptional();
    }

    /** The last day on which an election of the organization was ended in whatever way; empty when none has been. */
    Optional<LocalDate> endedLast(UUID organization) {
        return find("organizationId = ?1 and state not in ?2 order by steppedOn desc", organization, OPEN)
                .firstResultOptional().map(TermElection::steppedOn);
    }

    /** Who may vote on that day below a path: full members on a roll, by the register. */
    int entitledBelow(String path, LocalDate on) {
        var range = PathRange.subtree(path);
        return database.one("""
                select count(*) from roll_period r join party_member m on m.id = r.member_id
                where r.organization_path >= ? and r.organization_path < ? and r.on_roll_from <= ?
                  and (r.on_roll_to is null or r.on_roll_to > ?) and m.member_type = 'FULL' and m.full_since <= ?""",
                row -> row.getInt(1), range.from(), range.to(), on, on, on);
    }

    /** Those of these members whom the caller sees, to whether each could be elected on that day: a full member on a roll. */
    Map<UUID, Boolean> electable(List<UUID> members, LocalDate on) {
        return database.map("select id, was_full_member(id, ?) from party_member where id = any (?)",
                row -> row.getObject(1, UUID.class), row -> row.getBoolean(2), on, SqlArray.uuids(members));
    }

    void addCandidates(UUID election, List<Candidate> candidates) {
        Batch.of(candidates).column("uuid", candidate -> election).column("uuid", Candidate::memberId)
                .column("text", candidate -> candidate.post().name()).column("integer", Candidate::votes)
                .column("boolean", Candidate::elected).update(database, """
                            insert into election_candidate (election_id, member_id, post, votes, elected)
                            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::boolean[])""");
    }

    /** Most approvals first. */
    List<Candidate> candidates(UUID election) {
        return database.list("""
                select member_id, post, votes, elected from election_candidate where election_id = ?
                order by votes desc, member_id""", row -> new Candidate(row.getObject(1, UUID.class),
                Post.valueOf(row.getString(2)), row.getInt(3), row.getBoolean(4)), election);
    }

    private static ElectionView view(ResultSet row) throws SQLException {
        return new ElectionView(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                ElectionKind.valueOf(row.getString("kind")), row.getObject("planned_on", LocalDate.class),
                row.getInt("seats"), row.getObject("years", Integer.class), row.getString("deviation_reason"),
                row.getBoolean("delegates"), row.getString("reason"), row.getObject("session_id", UUID.class),
                row.getObject("held_on", LocalDate.class), row.getObject("entitled", Integer.class),
                row.getObject("present", Integer.class), row.getBoolean("surplus_short"),
                row.getString("void_reason"), ElectionState.valueOf(row.getString("state")), null,
                row.getLong("version"));
    }
}
