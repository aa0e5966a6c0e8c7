package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.EventContract;
import io.zhixing.platform.testing.event.TopicPublisher;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryTest {

    private static final String EXAMPLE_ID = "01912d68-783e-7a0f-8000-0f54b3b0a4d2";

    @Test
    void the_publishers_examples_make_an_organization_known() {
        // Given
        var id = Ids.next();
        // When
        tell(id, 1, "organization-created.v1");
        tell(id, 2, "organization-activated.v1");
        // Then
        eventually(() -> assertEquals(List.of("001002003 BRANCH ACTIVE 441202001 /0001/0002/0003/ 2"), known(id)));
    }

    @Test
    void an_event_that_comes_before_its_turn_waits_for_the_one_before_it() {
        // Given
        var id = Ids.next();
        tell(id, 2, "organization-activated.v1");
        // When
        tell(id, 1, "organization-created.v1");
        // Then
        eventually(() -> assertEquals(List.of("001002003 BRANCH ACTIVE 441202001 /0001/0002/0003/ 2"), known(id)));
    }

    @Test
    void the_last_of_two_dissolutions_stands_also_when_it_comes_at_once_with_the_restoration_before_it() {
        // Given
        var id = Ids.next();
        var place = "/" + id.toString().substring(24) + "/";
        tell(id, 1, "organization-created.v1", place);
        tell(id, 2, "organization-activated.v1", place);
        tell(id, 4, "organization-restored.v1", place);
        tell(id, 5, "organization-dissolved.v1", place);
        eventually(() -> assertEquals(List.of("4 GAP", "5 BEHIND_PARKED"), Database.asPipeline().query(
                "select version || ' ' || reason from parked_event where aggregate_id = ?::text order by version",
                row -> row.getString(1), id)));
        // When
        tell(id, 3, "organization-dissolved.v1", place);
        // Then
        eventually(() -> assertEquals(List.of("001002003 BRANCH DISSOLVED 441202001 " + place + "0001/0002/0003/ 5"),
                known(id)));
    }

    @Test
    void an_organization_that_moves_is_known_by_its_present_place_and_code() {
        // Given
        var id = Ids.next();
        var place = "/" + id.toString().substring(24) + "/";
        // When
        tell(id, 1, "organization-created.v1", place);
        tell(id, 2, "organization-activated.v1", place);
        tell(id, 1, "organization-path-changed.v1", place);
        // Then
        eventually(() -> assertEquals(List.of("001004001 BRANCH ACTIVE 441202001 " + place + "0001/0004/0001/ 2"),
                known(id)));
    }

    @Test
    void the_rules_of_a_day_are_read_with_their_sources() {
        // Given
        var reader = Tokens.of("READER", City.city().code());
        // When
        var of2016 = given().auth().oauth2(reader).queryParam("code", "NOTICE_MINIMUM_DAYS")
                .queryParam("on", "2016-06-01").queryParam("count", "true").get("/poverty-project/v1/rules");
        var of2020 = given().auth().oauth2(reader).queryParam("code", "NOTICE_MINIMUM_DAYS")
                .queryParam("on", "2020-06-01").queryParam("count", "true").get("/poverty-project/v1/rules");
        // Then
        of2016.then().statusCode(200).body("total", is(0));
        of2020.then().statusCode(200).body("total", is(8)).body("items[0].threshold", is(10)).body("items[0].certainty",
                is("A"));
    }

    private static void tell(UUID id, long version, String event) {
        TopicPublisher.to(City.TOPIC).event(event).about(id, version)
                .publish(EventContract.ofNeighbour("organization", event).example().replace(EXAMPLE_ID, id.toString()));
    }

    /** The example, somewhere of its own in the tree: no two organizations stand at one place. */
    private static void tell(UUID id, long version, String event, String below) {
        TopicPublisher.to(City.TOPIC).event(event).about(id, version)
                .publish(EventContract.ofNeighbour("organization", event).example().replace(EXAMPLE_ID, id.toString())
                        .replace("\"/0001/", "\"" + below + "0001/")
                        .replaceFirst("\"version\":\\d+", "\"version\":" + version));
    }

    private static List<String> known(UUID id) {
        return Database.asPipeline().query(
                "select concat_ws(' ', code, type, state, area_code, organization_path, version) from organization_ref where id = ?",
                row -> row.getString(1), id);
    }
}
