package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Outstanding.WORK;
import static io.zhixing.organization.Outstanding.lines;
import static io.zhixing.organization.Outstanding.list;
import static io.zhixing.organization.Register.TERMS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.term;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of work: its pages, scope, export and cost. What makes an item come and go is {@link WorkKindsTest}'s. */
@QuarkusTest
class WorkItemsTest {

    @Test
    void nothing_outstanding_is_an_answer_with_its_day() {
        // Given
        var committee = Turn.active(Register.committee());
        // When
        var before = Days.today();
        var today = list(officer(), "organization=" + committee.code());
        var then = list(officer(), "organization=" + committee.code() + "&on=2016-12-31&count=true");
        // Then
        today.then().statusCode(200).body("nothingOutstanding", is(true)).body("items", empty())
                .body("asOf", is(oneOf(before, Days.today()))).body("next", nullValue());
        then.then().body("nothingOutstanding", is(true)).body("asOf", is("2016-12-31")).body("total", is(0));
    }

    @Test
    void an_item_says_what_there_is_to_do_by_whom_and_where_the_record_is() {
        // Given
        var committee = Turn.active(Register.committee());
        var id = Register.post(TERMS, term(committee, 1, "2013-03-01", 4)).<String>path("id");
        // When
        var answer = list(officer(), "organization=" + committee.code() + "&on=2017-03-01&count=true");
        // Then
        answer.then().statusCode(200).body("nothingOutstanding", is(false)).body("total", is(1))
                .body("items[0].organizationId", is(committee.id())).body("items[0].name", startsWith("示例"))
                .body("items[0].since", is("2017-03-01")).body("items[0].dueOn", is("2017-02-28"))
                .body("items[0].quantity", is(1)).body("items[0].step", is("apply"))
                .body("items[0].office", is("ITSELF")).body("items[0].address", is(TERMS + "/" + id));
        given().auth().oauth2(officer()).get(answer.<String>path("items[0].address")).then().statusCode(200);
    }

    @Test
    void an_item_is_seen_in_its_subtree_and_nowhere_else() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var beside = Register.below(committee, "BRANCH");
        // When
        var own = list(Tokens.of("READER", branch.code()), "limit=50");
        var above = list(Tokens.of("READER", committee.code()), "directOnly=false&organization=" + branch.code());
        var alone = list(Tokens.of("READER", committee.code()), "directOnly=true&organization=" + committee.code());
        var outside = list(Tokens.of("READER", beside.code()), "organization=" + branch.code());
        // Then
        var preparing = List.of("ORGANIZATION_PREPARING WAITING " + branch.code());
        assertEquals(preparing, lines(own));
        assertEquals(preparing, lines(above));
        assertEquals(List.of("ORGANIZATION_PREPARING WAITING " + committee.code()), lines(alone));
        refused(outside, 422, "REFERENCE_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"organization", "-organization", "since", "-since"})
    void the_pages_of_two_grants_hold_each_item_once_in_order(String sort) {
        // Given
        var expected = new HashSet<String>();
        var grants = Tokens.withoutGrants();
        for (int i = 0; i < 2; i++) {
            var committee = Register.committee();
            grants.and("READER", committee.code());
            expected.add("ORGANIZATION_PREPARING WAITING " + committee.code());
            for (int j = 0; j < 3; j++) {
                var branch = Register.below(committee, "BRANCH");
                Register.post(TERMS, term(branch, 1, "2012-03-0" + (j + 1), 3)).then().statusCode(201);
                expected.add("ORGANIZATION_PREPARING WAITING " + branch.code());
                expected.add("TERM_ENDING OVERDUE " + branch.code());
            }
        }
        // When
        var pages = pages(grants.token(), sort);
        // Then
        assertEquals(expected.size(), pages.size());
        assertEquals(expected, new HashSet<>(pages));
    }

    @Test
    void the_most_overdue_comes_first_when_asked_for() {
        // Given
        var committee = Register.committee();
        var days = List.of("2012-03-03", "2012-03-01", "2012-03-02");
        var branches = days.stream().map(day -> {
            var branch = Register.below(committee, "BRANCH");
            Register.post(TERMS, term(branch, 1, day, 3)).then().statusCode(201);
            return branch;
        }).toList();
        // When
        var answer = list(officer(), "sort=since&kind=TERM_ENDING&organization=" + committee.code());
        // Then
        answer.then().body("items.code",
                is(List.of(branches.get(1).code(), branches.get(2).code(), branches.get(0).code())))
                .body("items.since", is(List.of("2015-03-01", "2015-03-02", "2015-03-03")));
    }

    @Test
    void a_towns_work_is_exported_as_it_is_listed() {
        // Given
        var town = Register.committee();
        var branch = Register.below(town, "BRANCH");
        Register.post(TERMS, term(branch, 1, "2012-03-01", 3)).then().statusCode(201);
        Register.below(Register.committee(), "BRANCH");
        var filters = "status=OVERDUE&status=WAITING&organization=" + town.code();
        // When
        var csv = given().auth().oauth2(officer()).accept("text/csv").get(WORK + "?header=zh&" + filters);
        var rows = given().auth().oauth2(officer()).accept("application/x-ndjson").get(WORK + "?" + filters);
        // Then
        csv.then().statusCode(200);
        var lines = csv.asString().split("\r\n");
        assertEquals("待办种类,待办情况,党组织,编码,名称,起始日,最后日期,件数,下一步骤,由谁办理,办理角色,记录地址", lines[0]);
        assertEquals(1 + 3, lines.length, csv.asString());
        assertTrue(Stream.of(lines).anyMatch(line -> line.contains("TERM_ENDING,OVERDUE") && line.contains(
                "BRANCH_SECRETARY;CAMPAIGN_OFFICER")), csv.asString());
        assertEquals(3, rows.asString().split("\n").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void an_export_without_a_row_says_the_day_on_which_nothing_was_outstanding(String form) {
        // Given
        var committee = Turn.active(Register.committee());
        // When
        var then = given().auth().oauth2(officer()).accept(form)
                .get(WORK + "?on=2016-12-31&organization=" + committee.code());
        var before = Days.today();
        var today = given().auth().oauth2(officer()).accept(form).get(WORK + "?organization=" + committee.code());
        // Then
        then.then().statusCode(200).header("As-Of", "2016-12-31");
        assertTrue(then.asString().lines().count() <= 1, then.asString());   // at most the header of the columns
        today.then().statusCode(200).header("As-Of", is(oneOf(before, Days.today())));
    }

    @ParameterizedTest
    @CsvSource({"kind=NO_SUCH_KIND, kind", "status=LATE, status", "forMe=perhaps, forMe", "on=yesterday, on",
            "on=2016-02-30, on", "sort=kind, sort", "limit=0, limit", "directOnly=1, directOnly"})
    void a_filter_that_cannot_be_read_is_refused_by_name(String filter, String parameter) {
        // Given
        var address = filter;
        // When
        var answer = list(officer(), address);
        // Then
        refused(answer, 400, "PARAMETER_INVALID");
        answer.then().body("errors[0].parameter", is(parameter));
    }

    @Test
    void a_filter_that_is_not_there_and_a_cursor_of_another_kind_are_refused() {
        // Given
        var committee = Register.committee();
        Register.below(committee, "BRANCH");
        String cursor = list(officer(), "limit=1&organization=" + committee.code()).path("next");
        // When
        var unknown = list(officer(), "state=OPEN");
        var other = list(officer(), "kind=TERM_ENDING&organization=" + committee.code() + "&cursor=" + cursor);
        // Then
        refused(unknown, 400, "PARAMETER_UNKNOWN");
        refused(other, 400, "CURSOR_MISMATCH");
    }

    @Test
    void a_page_of_all_kinds_is_one_statement_beside_the_scope_in_which_no_part_leaves_the_range() {
        // Given
        var branch = Register.branch();
        var reader = Tokens.of("READER", branch.code());
        list(reader, "limit=7").then().statusCode(200);
        // When
        var statements = Statements.of(Database.asApplication(),
                () -> list(reader, "limit=7").then().statusCode(200));
        // Then
        assertEquals(2, statements.count(), statements.toString());
        var page = statements.list().stream().map(Statements.Counted::statement)
                .filter(sql -> sql.contains("order_key_0")).findFirst().orElseThrow();
        var parts = occurrences(page, "order by w.organization_path, w.kind, w.id limit") - 1;
        assertEquals(parts, occurrences(page, "w.organization_path >= "));
        assertTrue(parts >= 18, page);
        assertFalse(page.toLowerCase(Locale.ROOT).contains("offset"), page);
    }

    @Test
    void thousands_of_branches_below_cost_no_statement_more() {
        // Given
        var committee = Register.committee();
        var branches = IntStream.range(0, 30).mapToObj(i -> Register.below(committee, "BRANCH")).toList();
        var reader = Tokens.of("READER", committee.code());
        list(reader, "limit=200").then().body("items.size()", is(1 + branches.size()));
        // When
        var statements = Statements.of(Database.asApplication(), () -> list(reader, "limit=200"));
        // Then
        assertEquals(2, statements.count(), statements.toString());
    }

    private static int occurrences(String text, String of) {
        return (int) Pattern.compile(Pattern.quote(of)).matcher(text).results().count();
    }

    private static List<String> pages(String reader, String sort) {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = list(reader, "limit=4&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(lines(page));
            cursor = page.path("next");
        } while (cursor != null);
        return seen;
    }
}
