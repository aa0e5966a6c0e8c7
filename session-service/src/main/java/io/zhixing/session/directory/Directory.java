package io.zhixing.session.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Organizations, members and posts as far as their events have come. */
@Singleton
public class Directory {

    private final Sql database;

    Directory(Sql database) {
        this.database = database;
    }

    /** What is asked for one session; attendees and lecturers each once, convener and group null where it names none. */
    public record Asked(UUID host, LocalDate day, UUID convener, UUID partyGroup, List<UUID> attendees,
            List<UUID> lecturers) {}

    private record Named(int session, UUID member) {}

    /**
     * One statement whatever the number of sessions and attendees, one answer for each in order; needs the transaction
     * that records the sessions, because the directory is held still until its commit where the answer could change
     * under it.
     */
    public List<StudyFacts> factsOf(List<Asked> asked) {
        return database.list("""
                select path, type, active_from, active_to, convener, party_group, known, own, secretaries
                from study_facts(?, ?, ?, ?, ?, ?, ?, ?)""", Directory::facts,
                Batch.of(asked).column("uuid", Asked::host).column("date", Asked::day).column("uuid", Asked::convener)
                        .column("uuid", Asked::partyGroup),
                Batch.of(named(asked, Asked::attendees)).column("integer", Named::session).column("uuid",
                        Named::member),
                Batch.of(named(asked, Asked::lecturers)).column("integer", Named::session).column("uuid",
                        Named::member));
    }

    /** Whether this organization is a branch, as far as it is known and in the caller's scope. */
    public boolean isBranch(UUID organization) {
        return database.first("select type from organization_ref where id = ?", row -> row.getString(1), organization)
                .filter(StudyFacts.BRANCH::equals).isPresent();
    }

    /** The organizations of these codes or ids, wherever they are; one that the directory does not know is missing. */
    public Map<String, Access.Located> organizationsNamed(Collection<String> references) {
        return database.map("select reference, id, path from organizations_named(?)", row -> row.getString(1),
                row -> new Access.Located(row.getObject(2, UUID.class), row.getString(3)), SqlArray.texts(references));
    }

    /** The members of these numbers; a number that the directory does not know is missing. */
    public Map<String, UUID> membersNumbered(Collection<String> numbers) {
        return database.map("select member_number, id from members_numbered(?)", row -> row.getString(1),
                row -> row.getObject(2, UUID.class), SqlArray.texts(numbers));
    }

    private static List<Named> named(List<Asked> asked, Function<Asked, List<UUID>> members) {
        return IntStream.range(0, asked.size()).boxed()
                .flatMap(i -> members.apply(asked.get(i)).stream().map(member -> new Named(i + 1, member))).toList();
    }

    private static StudyFacts facts(ResultSet row) throws SQLException {
        return new StudyFacts(row.getString("path"), row.getString("type"),
                row.getObject("active_from", LocalDate.class), row.getObject("active_to", LocalDate.class),
                HostRelation.named(row.getString("convener")), HostRelation.named(row.getString("party_group")),
                ids(row.getArray("known")), ids(row.getArray("own")), ids(row.getArray("secretaries")));
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((UUID[]) array.getArray()));
    }
}
