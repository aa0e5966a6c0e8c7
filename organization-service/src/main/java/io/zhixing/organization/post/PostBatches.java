package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Many posts by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class PostBatches {

    private final Sql database;

    PostBatches(Sql database) {
        this.database = database;
    }

    /**
     * A member as far as a post asks.
     *
     * @param fullSince null for a probationary one
     */
    record Holder(UUID id, LocalDate joinedOn, LocalDate fullSince, boolean onRoll) {}

    /** They stay as they are until the transaction ends: who leaves meanwhile leaves the post that is written here too. */
    Map<String, Holder> members(Collection<String> numbers) {
        return database.map("""
                select member_number, id, joined_on, full_since, status = 'ACTIVE' from party_member where member_number = any (?)
                order by id for share""", row -> row.getString(1),
                row -> new Holder(row.getObject(2, UUID.class), row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class), row.getBoolean(5)),
                SqlArray.texts(numbers.stream().distinct().toList()));
    }

    /** All posts ever held in the organizations of these paths. */
    List<PostHolding> heldIn(Collection<String> paths) {
        return database.list("""
                select id, member_id, organization_id, organization_path, post, held_from, held_to, basis, version
                from post where organization_path = any (?)""", PostHolding::stored, SqlArray.texts(paths));
    }

    /** Needs the transaction of the import, in which the organizations are locked. */
    void take(List<PostHolding> posts) {
        PostHolding.columns(Batch.of(posts)).update(database,
                """
                    insert into post (id, member_id, organization_id, organization_path, post, held_from, held_to, basis, version)
                    select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::bigint[])""");
    }
}
