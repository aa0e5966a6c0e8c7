package io.zhixing.organization.election;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.post.Post;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;

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

    private final AgroalDataSource database;

    Elections(AgroalDataSource database) {
        this.database = database;
    }

    /** Who may vote on that day below a path: full members on a roll, by the register. */
    int entitledBelow(String path, LocalDate on) {
        var range = PathRange.subtree(path);
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select count(*) from roll_period r join party_member m on m.id = r.member_id
                where r.organization_path >= ? and r.organization_path < ? and r.on_roll_from <= ?
                  and (r.on_roll_to is null or r.on_roll_to > ?) and m.member_type = 'FULL' and m.full_since <= ?""")) {
            statement.setString(1, range.from());
            statement.setString(2, range.to());
            for (int i = 3; i <= 5; i++) {
                statement.setObject(i, on);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Those of these members whom the caller sees. */
    List<UUID> seen(List<UUID> members) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select id from party_member where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", members.toArray()));
            var seen = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getObject(1, UUID.class));
                }
            }
            return seen;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void addCandidates(UUID election, List<Candidate> candidates) {
        try (var connection = database.getConnection()) {
            Batch.of(candidates).column("uuid", candidate -> election).column("uuid", Candidate::memberId)
                    .column("text", candidate -> candidate.post().name()).column("integer", Candidate::votes)
                    .column("boolean", Candidate::elected).update(connection, """
                            insert into election_candidate (election_id, member_id, post, votes, elected)
                            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::boolean[])""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Most approvals first. */
    List<Candidate> candidates(UUID election) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select member_id, post, votes, elected from election_candidate where election_id = ?
                order by votes desc, member_id""")) {
            statement.setObject(1, election);
            var candidates = new ArrayList<Candidate>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    candidates.add(new Candidate(rows.getObject(1, UUID.class), Post.valueOf(rows.getString(2)),
                            rows.getInt(3), rows.getBoolean(4)));
                }
            }
            return candidates;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
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
