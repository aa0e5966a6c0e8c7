package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberImportTest {

    private static final List<String> COLUMNS = List.of("memberNumber", "name", "idNumber", "sexCode", "ethnicityCode",
            "birthDate", "memberType", "joinedOn", "fullSince", "organizationCode", "onRollFrom");

    @Test
    void members_of_a_file_are_enrolled_with_their_events_and_a_second_import_changes_nothing() {
        // Given
        var committee = Register.committee();
        var first = Register.below(committee, "BRANCH");
        var second = Register.below(committee, "BRANCH");
        var file = csv(row(first), row(second), row(first));
        // When
        var job = Imports.of("members").ended(file);
        var stored = Stored.below(committee);
        var again = Imports.of("members").ended(file);
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), Imports.of("members").results(job));
        assertEquals(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED"), Imports.of("members").results(again));
        assertEquals(3, stored.members());
        assertEquals(3, stored.rollPeriods());
        assertEquals(stored, Stored.below(committee));
        List<String> ids = Imports.of("members").page(job).path("items.resourceId");
        for (var id : ids) {
            var events = OutboxProbe.eventsOf(id);
            assertEquals(List.of("member-enrolled.v1"), events.stream().map(event -> event.name()).toList());
            assertEquals(1, events.get(0).version());
        }
        Register.get(Tokens.of("READER", second.code()), MEMBERS).then().body("items.id", is(List.of(ids.get(1))));
    }

    @Test
    void each_refused_row_has_the_codes_of_enrolling_it_by_itself() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var known = row(branch);
        Imports.of("members").ended(csv(known)).then().body("created", is(1));
        var rows = List.of(row(branch).with("sexCode", "2"), row(branch).with("birthDate", "1905-01-01"),
                row(branch).with("idNumber", "999999190001010010"), row(branch).with("ethnicityCode", "57"),
                row(branch).without("fullSince"), row(branch).with("onRollFrom", "2010-06-30"),
                row(branch).with("onRollFrom", "2999-01-01"), row(branch).with("joinedOn", "1925-02-30"),
                row(branch).with("memberType", "HONORARY"), row(committee),
                row(branch).with("memberNumber", known.get("memberNumber")),
                row(branch).with("idNumber", known.get("idNumber")).with("birthDate", known.get("birthDate")),
                row(branch).with("name", ""));
        // When
        var results = Imports.of("members").results(Imports.of("members").ended(csv(rows.toArray(Body[]::new))));
        // Then
        var single = new ArrayList<String>();
        for (var row : rows) {
            var body = new Body().with("organizationId",
                    row.get("organizationCode").equals(branch.code()) ? branch.id() : committee.id());
            COLUMNS.stream().filter(column -> !column.equals("organizationCode") && row.has(column))
                    .forEach(column -> body.with(column, row.get(column)));
            var answer = Register.post(MEMBERS, body);
            List<String> codes = answer.path("errors.code");
            single.add("REJECTED " + (codes == null ? answer.<String>path("code") : String.join(" ", codes)));
        }
        assertEquals(single, results);
        assertEquals(1, Stored.below(committee).members());
    }

    @Test
    void a_file_names_branches_only_in_the_uploaders_scope_and_a_reader_enrols_nobody() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        var clerk = Tokens.of("BRANCH_CLERK", mine.code());
        var reader = Tokens.of("READER", mine.code());
        // When
        var byClerk = Imports.by(clerk, "members").ended(csv(row(other), row(mine)));
        var byReader = Imports.by(reader, "members").ended(csv(row(mine)));
        // Then
        assertEquals(List.of("REJECTED REFERENCE_UNKNOWN", "CREATED"), Imports.by(clerk, "members").results(byClerk));
        assertEquals(List.of("REJECTED FORBIDDEN"), Imports.by(reader, "members").results(byReader));
    }

    @Test
    void a_number_that_somebody_out_of_sight_has_refuses_its_row_alone() {
        // Given
        var mine = Register.committee();
        var branch = Register.below(mine, "BRANCH");
        var hidden = MemberText.full(Register.branch().id());
        Register.post(MEMBERS, hidden).then().statusCode(201);
        var officer = Tokens.of("CAMPAIGN_OFFICER", mine.code());
        // When
        var job = Imports.by(officer, "members").ended(csv(row(branch),
                row(branch).with("memberNumber", hidden.get("memberNumber")), row(branch)));
        // Then
        assertEquals(List.of("CREATED", "REJECTED MEMBER_NUMBER_TAKEN", "CREATED"),
                Imports.by(officer, "members").results(job));
        assertEquals(2, Stored.below(mine).members());
    }

    @Test
    void one_id_number_twice_in_a_file_is_named_without_the_number() {
        // Given
        var branch = Register.branch();
        var first = row(branch);
        var second = row(branch).with("idNumber", first.get("idNumber")).with("birthDate", first.get("birthDate"));
        // When
        var job = Imports.of("members").ended(csv(first, second));
        // Then
        assertEquals(List.of("CREATED", "REJECTED DUPLICATE_IN_FILE"), Imports.of("members").results(job));
        assertTrue(!Imports.of("members").page(job).asString().contains(first.get("idNumber")));
    }

    @Test
    void a_dry_run_answers_as_the_real_one_and_writes_nothing() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var lines = row(branch) + "\n" + row(branch).with("sexCode", "2") + "\n" + row(branch) + "\n";
        // When
        var dry = Imports.of("members").lines().dry().ended(lines);
        var between = Stored.below(committee);
        var real = Imports.of("members").lines().ended(lines);
        // Then
        assertEquals(Imports.of("members").results(real), Imports.of("members").results(dry));
        assertEquals(0, between.members());
        assertEquals(2, Stored.below(committee).members());
    }

    @Test
    void a_column_that_is_unknown_or_missing_refuses_the_whole_file() {
        // Given
        var branch = Register.branch();
        // When
        var unknown = Imports.of("members").send(csv(row(branch)).replace("ethnicityCode", "colour"));
        // Then
        unknown.then().statusCode(400);
        refused(unknown, 400, "IMPORT_COLUMN_UNKNOWN");
    }

    @Test
    void five_hundred_members_cost_as_many_statements_as_one() {
        // Given
        var branch = Register.branch();
        var one = csv(row(branch));
        var many = csv(IntStream.range(0, 500).mapToObj(i -> row(branch)).toArray(Body[]::new));
        // When
        var ofOne = written(one, 1);
        var ofMany = written(many, 500);
        // Then
        assertEquals(ofOne, ofMany);
    }

    /** Statements on the register's own tables and the event tables; how often a job's state is asked for varies with time. */
    private static List<String> written(String file, int created) {
        var statements = Statements.of(Database.asApplication(),
                () -> Imports.of("members").ended(file).then().body("created", is(created)));
        return statements.list().stream().map(Statements.Counted::toString)
                .filter(line -> line
                        .matches("(?s).*\\b(party_member|party_organization|roll_period|append_events)\\b.*"))
                .sorted().toList();
    }

    private static Body row(Register.Organization branch) {
        return MemberText.full(branch.id()).without("organizationId").with("organizationCode", branch.code());
    }

    private static String csv(Body... rows) {
        return String.join(",", COLUMNS) + "\r\n" + Arrays.stream(rows)
                .map(row -> COLUMNS.stream().map(column -> row.has(column) ? row.get(column) : "")
                        .collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }
}
