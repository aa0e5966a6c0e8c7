package io.zhixing.organization.post;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.bulk.Batch;

/** Many posts by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class PostBatches {

    private final AgroalDataSource database;

    PostBatches(AgroalDataSource database) {
        this.database = database;
    }

    /** A member as far as a post asks. */
    record Holder(UUID id, LocalDate joinedOn, boolean onRoll) {}

    /** They stay as they are until the transaction ends: who leaves meanwhile leaves the post that is written here too. */
    Map<String, Holder> members(Collection<String> numbers) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                select member_number, id, joined_on, status = 'ACTIVE' from party_member where member_number = any (?)
                order by id for share""")) {
            statement.setArray(1, connection.createArrayOf("text", numbers.stream().distinct().toArray()));
            var members = new HashMap<String, Holder>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.put(rows.getString(1),
                            new Holder(rows.getObject(2, UUID.class), rows.getObject(3, LocalDate.class),
                                    rows.getBoolean(4)));
                }
            }
            return members;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All posts ever held in the organizations of these paths. */
    List<PostHolding> heldIn(Collection<String> paths) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select id, member_id, organization_id, organization_path, post, held_from, held_to, basis, version
                from post where organization_path = any (?)""")) {
            statement.setArray(1, connection.createArrayOf("text", paths.toArray()));
            var held = new ArrayList<PostHolding>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.add(PostHolding.stored(rows));
                }
            }
            return held;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Needs the transaction of the import, in which the organizations are locked. */
    void take(List<PostHolding> posts) {
        try (var connection = database.getConnection()) {
            PostHolding.columns(Batch.of(posts)).update(connection,
                    """
                    insert into post (id, member_id, organization_id, organization_path, post, held_from, held_to, basis, version)
                    select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::bigint[])""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
