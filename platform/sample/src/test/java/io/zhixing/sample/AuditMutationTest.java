package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner of the database with the triggers off can do to a chain of three entries, and what the walk says of it. */
@QuarkusTest
class AuditMutationTest {

    private static final Map<String, String> ONE_STEP_AWAY = Map.of("uuid", "gen_random_uuid()",
            "bigint", "coalesce(%1$s, 0) + 100", "text", "coalesce(%1$s, '') || 'x'",
            "timestamp with time zone", "%1$s + interval '1 microsecond'",
            "bytea",
            "set_byte(coalesce(%1$s, '\\x00'), 0, (get_byte(coalesce(%1$s, '\\x00'), 0) + 1) %% 256)");

    private static final String VERIFICATION = "/sample/v1/audit-entries/verification";

    @Inject
    Folders folders;

    @Test
    void one_step_in_any_column_of_an_entry_is_found() {
        // Given
        var folder = chainOfThree();
        var columns = new TreeMap<String, String>();
        Database.asOwner().query("""
                select column_name, data_type from information_schema.columns where table_name = 'audit_entry'""",
                row -> columns.put(row.getString(1), row.getString(2)));
        assertEquals(20, columns.size());
        columns.forEach((column, type) -> {
            // When
            var fault = faultAfter(folder, "update audit_entry set %s = %s where %s and seq = 2".formatted(column,
                    ONE_STEP_AWAY.get(type).formatted(column), "organization_id = '%s'".formatted(folder.id())));
            // Then
            assertNotNull(fault, column + " may be altered unseen");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "delete from audit_entry where chain and seq = 1 | MISSING 1",
            "delete from audit_entry where chain and seq = 2 | MISSING 2",
            "delete from audit_entry where chain and seq = 3 | CUT 3",
            "delete from audit_entry where chain | CUT 1",
            "delete from audit_head where chain | CUT 4",
            "update audit_entry set actor = 'nobody' where chain and seq = 2 | ALTERED 2",
            "update audit_entry set seq = case seq when 2 then -3 else -2 end where chain and seq > 1; "
                    + "update audit_entry set seq = -seq where chain and seq < 0 | UNLINKED 2",
            "update audit_entry e set actor = 'nobody' where chain and seq = 2; "
                    + "update audit_entry e set entry_hash = audit_hash(e) where chain and seq = 2 | UNLINKED 3",
            "update audit_entry e set actor = 'nobody' where chain and seq = 2; update audit_entry e "
                    + "set entry_hash = sha256(convert_to(audit_canonical(e), 'UTF8')) where chain and seq = 2 | ALTERED 2",
            "update audit_entry e set actor = 'nobody' where chain and seq = 3; "
                    + "update audit_entry e set entry_hash = audit_hash(e) where chain and seq = 3 | REWRITTEN 3",
            "insert into audit_entry select (a).* from (select audit_forged(e) as a from audit_entry e where chain and seq = 3) | FOREIGN 4"})
    void a_chain_that_was_tidied_names_its_first_bad_entry(String mutation, String fault) {
        // Given
        var folder = chainOfThree();
        // When
        var found = faultAfter(folder, mutation.replace("chain", "organization_id = '%s'".formatted(folder.id())));
        // Then
        assertEquals(fault, found);
    }

    @Test
    void the_auditor_is_told_the_first_bad_entry() throws SQLException {
        // Given
        var folder = chainOfThree();
        AuditReader.verificationOf(folder).body("intact", is(true)).body("entries", is(3)).body("fault", nullValue());
        try (var owner = Database.asOwner().connect()) {
            // When
            unguarded(owner, "update audit_entry set actor = 'nobody' where organization_id = '%s' and seq = 2"
                    .formatted(folder.id()));
            // Then
            AuditReader.verificationOf(folder).body("intact", is(false)).body("entries", is(1))
                    .body("fault.seq", is(2)).body("fault.kind", is("ALTERED"))
                    .body("fault.organizationId", is(folder.id().toString()));
        } finally {
            try (var owner = Database.asOwner().connect()) {
                unguarded(owner, "update audit_entry set actor = 'test' where organization_id = '%s' and seq = 2"
                        .formatted(folder.id()));
            }
        }
        AuditReader.verificationOf(folder).body("intact", is(true));
    }

    @Test
    void a_long_trail_is_walked_in_pieces_and_a_fault_is_found_in_its_own() throws SQLException {
        // Given
        var folder = chainOfThree();
        var walked = AuditReader.of(folder).queryParam("limit", 2).get(VERIFICATION).then().statusCode(200);
        walked.body("intact", is(true)).body("entries", is(2));
        var rest = AuditReader.of(folder).queryParam("cursor", walked.extract().<String>path("next"));
        // When, Then: with the third note goes the entry of the piece before, which was itself entered
        rest.get(VERIFICATION).then().body("intact", is(true)).body("entries", is(2)).body("next", nullValue());
        try (var owner = Database.asOwner().connect()) {
            unguarded(owner, "update audit_entry set actor = 'nobody' where organization_id = '%s' and seq = 3"
                    .formatted(folder.id()));
            rest.get(VERIFICATION).then().body("intact", is(false)).body("fault.seq", is(3))
                    .body("fault.kind", is("ALTERED")).body("next", nullValue());
        } finally {
            try (var owner = Database.asOwner().connect()) {
                unguarded(owner, "update audit_entry set actor = 'test' where organization_id = '%s' and seq = 3"
                        .formatted(folder.id()));
            }
        }
    }

    @Test
    void all_chains_of_the_service_are_walked_in_one_call() {
        // Given
        chainOfThree();
        // When
        var found = AuditReader.as("auditor").get(VERIFICATION);
        // Then
        found.then().statusCode(200).body("intact", is(true));
    }

    /** The fault that the walk finds, with its number, when this was done; then it is undone. */
    private static String faultAfter(Folders.Folder folder, String mutation) {
        try (var owner = Database.asOwner().connect(); var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("""
                    alter table audit_entry disable trigger user; alter table audit_head disable trigger user;
                    create function audit_forged(e audit_entry) returns audit_entry language plpgsql as $$
                    begin
                      e.seq := e.seq + 1; e.prev_hash := e.entry_hash; e.entry_hash := audit_hash(e); return e;
                    end $$""");
            statement.execute(mutation);
            try (var found = statement.executeQuery("""
                    select fault || ' ' || seq from audit_verify('%1$s', '%1$s', '%1$s',
                      '00000000-0000-0000-0000-000000000000', 0, 5000)""".formatted(folder.id()))) {
                found.next();
                return found.getString(1);
            } finally {
                owner.rollback();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure.getMessage() + "\n" + mutation, failure);
        }
    }

    private static void unguarded(Connection owner, String mutation) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("alter table audit_entry disable trigger user");
            statement.execute(mutation);
            statement.execute("alter table audit_entry enable trigger user");
            owner.commit();
        }
    }

    private Folders.Folder chainOfThree() {
        var folder = folders.top();
        for (var title : new String[]{"first", "second", "third"}) {
            given().auth().oauth2(Tokens.of("WRITER", folder.code())).contentType(ContentType.JSON)
                    .body("{\"folder\":\"%s\",\"title\":\"%s %s\",\"writtenOn\":\"2016-07-01\"}".formatted(
                            folder.code(), title, folder.code()))
                    .post("/sample/v1/notes").then().statusCode(201);
        }
        return folder;
    }
}
