package io.zhixing.organization;

import static io.zhixing.organization.Away.SCREENINGS;
import static io.zhixing.organization.Register.ELECTIONS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.POSTS;
import static io.zhixing.organization.Register.ROOT;
import static io.zhixing.organization.Register.move;
import static io.zhixing.organization.Register.refused;
import static io.zhixing.organization.Register.step;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The root has no superior: a second person there does what a superior does elsewhere. */
@QuarkusTest
class RootTest {

    private static final String FIRST = Tokens.grant("CAMPAIGN_OFFICER", ROOT).subject("first").token();
    private static final String SECOND = Tokens.grant("CAMPAIGN_OFFICER", ROOT).subject("second").token();

    private Register.Organization root;

    @BeforeEach
    void found() {
        root = new Register.Organization(Register.rootId(), ROOT, null);
    }

    @Test
    void who_took_the_last_step_of_the_root_does_not_take_the_next_one() {
        // Given
        named(FIRST).then().statusCode(200);
        var before = tag();
        // When
        var again = named(FIRST);
        var open = Register.get(FIRST, address() + "/transitions");
        var unchanged = tag();
        var bySecond = named(SECOND);
        // Then
        refused(again, 409, "SECOND_PERSON_REQUIRED");
        open.then().body("transitions.find { it.name == 'rename' }.reasons.code", hasItems("SECOND_PERSON_REQUIRED"));
        assertEquals(before, unchanged);
        bySecond.then().statusCode(200);
    }

    @Test
    void below_the_root_the_office_above_goes_on_alone() {
        // Given
        var committee = ORGANIZATIONS + "/" + Register.committee().id();
        var rename = stepOf("rename", "2016-03-01").with("name", "示例一").with("comment", "更名");
        step(FIRST, committee, "\"v1\"", rename).then().statusCode(200);
        // When
        var again = step(FIRST, committee, "\"v2\"", rename.with("name", "示例二"));
        // Then
        again.then().statusCode(200);
    }

    @Test
    void an_election_of_the_root_is_approved_by_another_than_applied_for_it() {
        // Given
        String election = ELECTIONS + "/" + Register.post(FIRST, ELECTIONS,
                Register.election(root, "2016-03-01", 3).raw("years", "5")).then().statusCode(201).extract().path("id");
        // When
        var waiting = waits("ELECTION_TO_APPROVE");
        var byFirst = move(FIRST, election, "\"v1\"", "approve", "2016-03-02");
        var bySecond = move(SECOND, election, "\"v1\"", "approve", "2016-03-02");
        var voidedBySecond = step(SECOND, election, "\"v2\"", voided());
        var voidedByFirst = step(FIRST, election, "\"v2\"", voided());
        // Then
        assertEquals(List.of(false, true), waiting);
        refused(byFirst, 409, "SECOND_PERSON_REQUIRED");
        bySecond.then().statusCode(200).body("version", is(2));
        refused(voidedBySecond, 409, "SECOND_PERSON_REQUIRED");
        voidedByFirst.then().statusCode(200).body("version", is(3));
    }

    @Test
    void a_secretary_of_the_root_is_entered_by_another_than_himself_and_leaves_by_another_than_entered_him() {
        // Given
        var member = Register.member(Register.branch());
        var deputy = Register.secretary(member, root, "2016-03-01").with("post", "DEPUTY_SECRETARY");
        var himself = Tokens.grant("CAMPAIGN_OFFICER", ROOT).member(UUID.fromString(member)).token();
        // When
        var byHimself = Register.post(himself, POSTS, deputy);
        var byFirst = Register.post(FIRST, POSTS, deputy);
        var post = POSTS + "/" + byFirst.path("id");
        var corrected = Register.patch(FIRST, post, "\"v1\"", correction());
        var leftByFirst = move(FIRST, post, "\"v1\"", "leave", "2016-04-01");
        var untouched = Register.tag(post);
        var correctedBySecond = Register.patch(SECOND, post, "\"v1\"", correction());
        var leftByCorrector = move(SECOND, post, "\"v2\"", "leave", "2016-04-01");
        var left = move(FIRST, post, "\"v2\"", "leave", "2016-04-01");
        // Then
        refused(byHimself, 409, "SECOND_PERSON_REQUIRED");
        byFirst.then().statusCode(201);
        refused(corrected, 409, "SECOND_PERSON_REQUIRED");
        refused(leftByFirst, 409, "SECOND_PERSON_REQUIRED");
        assertEquals("\"v1\"", untouched);
        correctedBySecond.then().statusCode(200);
        refused(leftByCorrector, 409, "SECOND_PERSON_REQUIRED");
        left.then().statusCode(200);
    }

    @Test
    void other_posts_of_the_root_are_its_own_affair() {
        // Given
        var member = Register.member(Register.branch());
        String post = POSTS + "/" + Register.post(FIRST, POSTS, Register.secretary(member, root, "2016-03-01")
                .with("post", "COMMITTEE_MEMBER")).path("id");
        // When
        var left = move(FIRST, post, "\"v1\"", "leave", "2016-04-01");
        // Then
        left.then().statusCode(200);
    }

    @Test
    void a_screening_of_the_root_is_closed_by_another_than_opened_it() throws SQLException {
        // Given: from a day on which nobody was on a roll yet
        String screening = Register.post(FIRST, SCREENINGS, Away.screening(root).with("from", "1949-10-01")).then()
                .statusCode(201).extract().path("id");
        reviewed(screening);
        // When
        var waiting = waits("SCREENING_TO_CLOSE");
        var byFirst = move(FIRST, SCREENINGS + "/" + screening, "\"v1\"", "close", "2016-07-01");
        var untouched = Register.tag(SCREENINGS + "/" + screening);
        var bySecond = move(SECOND, SCREENINGS + "/" + screening, "\"v1\"", "close", "2016-07-01");
        // Then
        assertEquals(List.of(false, true), waiting);
        refused(byFirst, 409, "SECOND_PERSON_REQUIRED");
        assertEquals("\"v1\"", untouched);
        bySecond.then().statusCode(200).body("state", is("CLOSED"));
        assertEquals(List.of(false, false), waits("SCREENING_TO_CLOSE"));
    }

    /** Every sheet of it, as if each branch of this register had checked its own: they are other tests'. */
    private void reviewed(String screening) throws SQLException {
        try (var connection = Database.asApplication().connect();
                var scope = connection.prepareStatement(
                        "select set_config('app.organization_path', path, false) from organizations_named(array[?])");
                var review = connection.prepareStatement(
                        "update screening_sheet set state = 'REVIEWED' where screening_id = ?::uuid")) {
            scope.setString(1, root.id());
            scope.execute();
            review.setString(1, screening);
            review.executeUpdate();
        }
    }

    /** Whether the root's work of this kind is the first officer's, and the second one's. */
    private static List<Boolean> waits(String kind) {
        return Stream.of(FIRST, SECOND).map(
                officer -> Outstanding.forMe(officer, kind).stream().anyMatch(line -> line.endsWith(" " + ROOT)))
                .toList();
    }

    private Response named(String officer) {
        return step(officer, address(), tag(), stepOf("rename", "2020-01-01").with("comment", "更名")
                .with("name", "示例 " + ROOT + " " + Register.next()));
    }

    private static Body voided() {
        return stepOf("void", "2016-03-03").with("comment", "暂缓");
    }

    private static Body correction() {
        return new Body().with("from", "2016-03-02").with("reason", "日期有误");
    }

    private String address() {
        return ORGANIZATIONS + "/" + root.id();
    }

    private String tag() {
        return Register.tag(address());
    }
}
