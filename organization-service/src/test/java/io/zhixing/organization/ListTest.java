package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ListTest {

    @Test
    void the_pages_of_any_subtree_hold_each_member_once() {
        // Given
        var committee = Register.committee();
        var first = Register.below(committee, "BRANCH");
        var second = Register.below(committee, "BRANCH");
        var neighbour = Register.branch();
        var inFirst = members(first, 3);
        var inSecond = members(second, 2);
        var outside = members(neighbour, 1);
        // When
        var ofCommittee = pages(Register.officer(), MEMBERS + "?organization=" + committee.code());
        var ofBranch = pages(Register.officer(), MEMBERS + "?organization=" + first.id());
        var direct = pages(Register.officer(), MEMBERS + "?directOnly=true&organization=" + committee.id());
        // Then
        assertEquals(5, ofCommittee.size());
        assertEquals(union(inFirst, inSecond), new TreeSet<>(ofCommittee));
        assertEquals(inFirst, new TreeSet<>(ofBranch));
        assertEquals(List.of(), direct);
        assertFalse(ofCommittee.containsAll(outside));
    }

    @Test
    void a_caller_with_several_grants_sees_their_subtrees_once_and_in_order() {
        // Given
        var committee = Register.committee();
        var inside = Register.below(committee, "BRANCH");
        var elsewhere = Register.branch();
        var hidden = Register.branch();
        var expected = union(members(inside, 3), members(elsewhere, 3));
        members(hidden, 1);
        var reader = Tokens.grant("READER", elsewhere.code()).and("READER", committee.code())
                .and("READER", inside.id()).token();
        // When
        var pages = pages(reader, MEMBERS);
        var counted = Register.get(reader, MEMBERS + "?count=true&limit=1");
        // Then
        assertEquals(expected.size(), pages.size());
        assertEquals(expected, new TreeSet<>(pages));
        counted.then().body("total", is(expected.size()));
        assertEquals(Set.of(committee.id(), inside.id(), elsewhere.id()), Set.copyOf(pages(reader, ORGANIZATIONS)));
    }

    @Test
    void pages_hold_what_did_not_move_once_while_others_are_enrolled() {
        // Given
        var branch = Register.branch();
        var before = members(branch, 5);
        var reader = Tokens.of("READER", branch.code());
        String cursor = Register.get(reader, MEMBERS + "?limit=2").path("next");
        members(branch, 3);
        // When
        var rest = Register.get(reader, MEMBERS + "?limit=200&cursor=" + cursor);
        // Then
        List<String> ids = rest.path("items.id");
        assertEquals(ids.size(), Set.copyOf(ids).size());
        assertEquals(3, ids.stream().filter(before::contains).count());
    }

    @ParameterizedTest
    @CsvSource({"type=BRANCH, 2", "type=BRANCH&type=PRIMARY_COMMITTEE, 3", "type=GENERAL_BRANCH, 0",
            "sector=RURAL, 1", "sector=EDUCATION, 0", "state=PREPARING, 2", "state=ACTIVE, 1", "state=MERGED, 0",
            "activeOn=2012-01-04, 1", "activeOn=2012-01-03, 0", "asOf=2016-01-01, 0"})
    void organizations_are_found_by_each_filter(String filter, int found) {
        // Given
        var committee = Register.committee();
        Register.activate(committee, committee.etag(), "2012-01-04").then().statusCode(200);
        Register.below(committee, "BRANCH");
        Register.post(ORGANIZATIONS, Register.organization(Register.codeBelow(committee), "BRANCH", committee.id())
                .with("sector", "RURAL")).then().statusCode(201);
        // When
        var answer = Register.get(Register.officer(),
                ORGANIZATIONS + "?count=true&organization=" + committee.id() + "&" + filter);
        // Then
        answer.then().statusCode(200).body("total", is(found)).body("items.size()", is(found));
    }

    @Test
    void organizations_are_found_by_code_and_by_their_superior() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var other = Register.branch();
        // When
        var byCode = pages(Register.officer(), ORGANIZATIONS + "?code=" + branch.code());
        var children = pages(Register.officer(), ORGANIZATIONS + "?parent=" + committee.id());
        var hidden = pages(Tokens.of("READER", committee.code()), ORGANIZATIONS + "?code=" + other.code());
        // Then
        assertEquals(List.of(branch.id()), byCode);
        assertEquals(List.of(branch.id()), children);
        assertEquals(List.of(), hidden);
    }

    @ParameterizedTest
    @CsvSource({"memberType=FULL, 1", "memberType=PROBATIONARY, 1", "memberType=FULL&memberType=PROBATIONARY, 2",
            "status=ACTIVE, 2", "status=DECEASED, 0", "onRollOn=2010-07-01, 1", "onRollOn=2012-03-01, 2",
            "onRollOn=2010-06-30, 0", "asOf=2016-01-01, 0", "memberNumber=NOBODY, 0"})
    void members_are_found_by_each_filter(String filter, int found) {
        // Given
        var branch = Register.branch();
        Register.member(branch);
        Register.post(MEMBERS, MemberText.full(branch.id()).with("memberType", "PROBATIONARY").without("fullSince")
                .with("onRollFrom", "2012-03-01")).then().statusCode(201);
        // When
        var answer = Register.get(Register.officer(),
                MEMBERS + "?count=true&organization=" + branch.id() + "&" + filter);
        // Then
        answer.then().statusCode(200).body("total", is(found)).body("items.size()", is(found));
    }

    @Test
    void a_member_is_found_by_his_number_only_in_scope() {
        // Given
        var branch = Register.branch();
        var text = MemberText.full(branch.id());
        String id = Register.post(MEMBERS, text).path("id");
        var other = Register.branch();
        // When
        var found = pages(Register.officer(), MEMBERS + "?memberNumber=" + text.get("memberNumber"));
        var outside = pages(Tokens.of("READER", other.code()), MEMBERS + "?memberNumber=" + text.get("memberNumber"));
        // Then
        assertEquals(List.of(id), found);
        assertEquals(List.of(), outside);
    }

    @ParameterizedTest
    @CsvSource({"post=SECRETARY, 1", "post=DEPUTY_SECRETARY, 0", "heldOn=2014-03-01, 1", "heldOn=2014-02-28, 0"})
    void posts_are_found_by_each_filter(String filter, int found) {
        // Given
        var branch = Register.branch();
        var member = Register.member(branch);
        Register.post(POSTS, Register.secretary(member, branch, "2014-03-01")).then().statusCode(201);
        // When
        var answer = Register.get(Register.officer(), POSTS + "?member=" + member + "&" + filter);
        // Then
        answer.then().statusCode(200).body("items.size()", is(found));
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "limit=abc, limit", "onRollOn=2016-02-30, onRollOn",
            "memberType=HONORARY, memberType", "sort=name, sort", "count=yes, count"})
    void a_parameter_that_cannot_be_taken_is_named(String query, String parameter) {
        // Given
        var branch = Register.branch();
        // When
        var answer = Register.get(Tokens.of("READER", branch.code()), MEMBERS + "?" + query);
        // Then
        refused(answer, 400, "PARAMETER_INVALID");
        answer.then().body("errors.parameter", is(List.of(parameter)));
    }

    @Test
    void an_organization_outside_the_scope_and_an_unknown_parameter_narrow_no_list() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        var reader = Tokens.of("READER", mine.code());
        // When
        var outside = Register.get(reader, MEMBERS + "?organization=" + other.id());
        var nowhere = Register.get(reader, MEMBERS + "?organization=" + UUID.randomUUID());
        var unknown = Register.get(reader, MEMBERS + "?idNumber=999999190001010015");
        // Then
        refused(outside, 422, "REFERENCE_UNKNOWN");
        refused(nowhere, 422, "REFERENCE_UNKNOWN");
        refused(unknown, 400, "PARAMETER_UNKNOWN");
    }

    @Test
    void a_cursor_serves_its_caller_and_its_query_alone() {
        // Given
        var branch = Register.branch();
        members(branch, 3);
        var reader = Tokens.of("READER", branch.code());
        String cursor = Register.get(reader, MEMBERS + "?limit=1").path("next");
        // When
        var otherFilter = Register.get(reader, MEMBERS + "?memberType=FULL&cursor=" + cursor);
        var otherCaller = Register.get(Tokens.grant("READER", branch.code()).subject("somebody").token(),
                MEMBERS + "?cursor=" + cursor);
        var otherList = Register.get(reader, POSTS + "?cursor=" + cursor);
        var altered = Register.get(reader,
                MEMBERS + "?cursor=" + (cursor.startsWith("x") ? "y" : "x") + cursor.substring(1));
        // Then
        refused(otherFilter, 400, "CURSOR_MISMATCH");
        refused(otherCaller, 400, "CURSOR_MISMATCH");
        refused(otherList, 400, "CURSOR_MISMATCH");
        refused(altered, 400, "CURSOR_INVALID");
    }

    @Test
    void an_export_has_the_rows_of_all_pages_in_both_forms() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        members(branch, 4);
        var reader = Tokens.of("READER", committee.code());
        var pages = pages(reader, MEMBERS);
        // When
        var csv = export(reader, MEMBERS, "text/csv");
        var lines = export(reader, MEMBERS, "application/x-ndjson");
        var filtered = export(reader, MEMBERS + "?memberType=PROBATIONARY", "text/csv");
        var limited = given().auth().oauth2(reader).accept("text/csv").get(MEMBERS + "?limit=2");
        // Then
        assertEquals("id", csv.get(0).split(",")[0]);
        assertEquals(pages, csv.subList(1, csv.size()).stream().map(row -> row.split(",")[0]).toList());
        assertEquals(pages.size(), lines.size());
        IntStream.range(0, pages.size()).forEach(i -> assertTrue(lines.get(i).contains(pages.get(i))));
        assertEquals(1, filtered.size());
        refused(limited, 400, "PARAMETER_INVALID");
    }

    @Test
    void up_to_two_hundred_names_are_given_by_id_or_number_and_none_outside_the_scope() {
        // Given
        var mine = Register.branch();
        var text = MemberText.full(mine.id());
        String byNumber = Register.post(MEMBERS, text).path("id");
        var byId = Register.member(mine);
        var hidden = Register.member(Register.branch());
        var clerk = Tokens.of("BRANCH_CLERK", mine.code());
        var many = IntStream.range(0, 201).mapToObj(i -> "\"" + UUID.randomUUID() + "\"")
                .collect(Collectors.joining(","));
        // When
        var found = Register.post(clerk, MEMBERS + "/lookup",
                "{\"ids\":[\"%s\",\"%s\",\"%s\"],\"memberNumbers\":[\"%s\"]}"
                        .formatted(byId, hidden, UUID.randomUUID(), text.get("memberNumber")));
        var tooMany = Register.post(clerk, MEMBERS + "/lookup", "{\"ids\":[%s]}".formatted(many));
        var nothing = Register.post(clerk, MEMBERS + "/lookup", "{}");
        var reader = Register.post(Tokens.of("READER", mine.code()), MEMBERS + "/lookup", "{}");
        // Then
        assertEquals(Set.of(byId, byNumber), Set.copyOf(found.<List<String>>path("items.id")));
        refused(tooMany, 400, "VALIDATION_FAILED");
        nothing.then().statusCode(200).body("items", empty());
        refused(reader, 403, "FORBIDDEN");
    }

    private static Set<String> members(Register.Organization branch, int count) {
        return IntStream.range(0, count).mapToObj(i -> Register.member(branch)).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        var all = new TreeSet<>(left);
        all.addAll(right);
        return all;
    }

    /** The ids on all pages of two rows. */
    private static List<String> pages(String token, String address) {
        var all = new ArrayList<String>();
        var more = address.contains("?") ? "&" : "?";
        String cursor = null;
        do {
            var page = Register.get(token, address + more + "limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200).body("total", nullValue());
            all.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return all;
    }

    private static List<String> export(String token, String address, String form) {
        var answer = given().auth().oauth2(token).accept(form).get(address);
        answer.then().statusCode(200);
        return answer.asString().lines().toList();
    }
}
