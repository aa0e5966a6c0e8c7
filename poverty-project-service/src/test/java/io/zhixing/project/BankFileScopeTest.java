package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Fund.refused;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.event.TopicEvent;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bank file is answered order by order by what its caller may do there, and tells of all that it settles. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class BankFileScopeTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Fund elsewhere = new Fund();
    private final Orders ordersElsewhere = new Orders(elsewhere);

    @Test
    void orders_of_a_county_where_the_cashier_only_reads_are_refused_by_line_and_his_own_are_paid() {
        // Given
        var foreign = elsewhere.budget(1_000);
        var before = ordersElsewhere.sent(foreign, 200);
        var own = orders.sent(fund.budget(1_000), 300);
        var after = ordersElsewhere.sent(foreign, 400);
        // When
        var receipt = receipt(answer(before, 1, "PAID", 200, before), answer(own, 1, "PAID", 300, own),
                answer(after, 1, "PAID", 400, after));
        // Then
        receipt.then().statusCode(200).body("lines.outcome", is(List.of("REFUSED", "POSTED", "REFUSED")))
                .body("lines[0].code", is("FORBIDDEN")).body("lines[2].code", is("FORBIDDEN"));
        assertEquals("PAID", fund.state("disbursements/" + own));
        Stream.of(before, after)
                .forEach(order -> assertEquals("SENT", elsewhere.state("disbursements/" + order)));
    }

    @Test
    void a_file_of_orders_that_the_cashier_only_reads_is_forbidden_as_a_whole() {
        // Given
        var order = ordersElsewhere.sent(elsewhere.budget(1_000), 200, 100);
        // When
        var receipt = receipt(answer(order, 1, "PAID", 200, order + "-1"), answer(order, 2, "PAID", 100, order + "-2"));
        // Then
        refused(receipt, 403, "FORBIDDEN");
        assertEquals("SENT", elsewhere.state("disbursements/" + order));
        assertEquals(0, Orders.journals(order));
    }

    @Test
    void what_a_village_s_cashier_pays_of_the_county_s_debts_is_told_with_every_version() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 500);
        var stated = lines(500);
        stated.get(0).put("obligationId", owed);
        var order = orders.send(orders.request(fund.budget(1_000), 500, stated).then().statusCode(201).extract()
                .path("id"));
        var cashier = new Handler("FUND_CASHIER", fund.village, Ids.next());
        refused(cashier.call().get(Fund.BASE + "obligations/" + owed), 404, "NOT_FOUND");
        // When
        var receipt = cashier.call().body(Map.of("fileId", "FILE-" + order, "lines",
                List.of(answer(order, 1, "PAID", 500, order)))).post(Fund.BASE + "bank-receipts");
        // Then
        receipt.then().statusCode(200).body("lines[0].outcome", is("POSTED"));
        var events = OutboxProbe.ofTheService().events(owed, 2);
        assertEquals(List.of(1L, 2L), events.stream().map(TopicEvent::version).toList());
        assertEquals("SETTLED", events.get(1).payload().path("state").asText());
        assertEquals(List.of(1L, 2L), Database.asApplication().within(fund.county.path()).query(
                "select version from change where resource_id = ? order by version", row -> row.getLong(1),
                UUID.fromString(owed)));
    }

    @Test
    void nobody_reads_an_obligation_by_lines_that_he_does_not_see() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 500);
        var stated = lines(500);
        stated.get(0).put("obligationId", owed);
        orders.request(fund.budget(1_000), 500, stated).then().statusCode(201);
        // When
        var village = settledFor(fund.village, owed);
        var stranger = settledFor(elsewhere.city, owed);
        // Then
        assertEquals(List.of(owed), village);
        assertEquals(List.of(), stranger);
    }

    @Test
    void an_order_does_not_settle_what_another_county_owes() {
        // Given
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", 500);
        var foreign = fund.obligation("LAND_COMPENSATION_ARREARS", fund.county, "441224", 500);
        var budget = fund.budget(1_000);
        var stated = lines(300, 200);
        stated.get(0).put("obligationId", owed);
        stated.get(1).put("obligationId", foreign);
        // When
        var answer = orders.request(budget, 500, stated);
        // Then
        refused(answer, 422, "COUNTY_MISMATCH");
        answer.then().body("errors.pointer", is(List.of("/lines/1/obligationId")));
        fund.reader().queryParam("budget", budget).get(Fund.BASE + "disbursements").then().body("items.size()", is(0));
    }

    /** What the function tells of the lines that settle this, within the scope of an organization. */
    private List<String> settledFor(City.Organization scope, String owed) {
        var lines = Database.asApplication().within(fund.city.path()).query(
                "select id from payment where obligation_id = ?", row -> row.getObject(1, UUID.class),
                UUID.fromString(owed));
        return Database.asApplication().within(scope.path()).query(
                "select id from obligations_settled(array[?]::uuid[])",
                row -> row.getString(1), lines.get(0));
    }

    /** By somebody who is cashier of the one county and reads the other. */
    @SafeVarargs
    private Response receipt(Map<String, Object>... lines) {
        return given().auth().oauth2(Tokens.grant("FUND_CASHIER", fund.county.code())
                .and("READER", elsewhere.county.code()).member(Ids.next()).token()).contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("fileId", "FILE-" + UUID.randomUUID(), "lines", List.of(lines)))
                .post(Fund.BASE + "bank-receipts");
    }
}
