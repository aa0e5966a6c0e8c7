package io.zhixing.project;

import static io.restassured.RestAssured.given;
import static io.zhixing.project.Orders.answer;
import static io.zhixing.project.Orders.lines;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;

/** What the bank gives back to a fund when the budget is closed, and its posting by two persons of the county. */
final class Returns {

    static final Map<String, Object> REOPEN = Map.of("transition", "reopen", "on", "2016-11-16");

    private final Fund fund;
    private final Orders orders;
    private final UUID finance = Ids.next();

    Returns(Fund fund) {
        this.fund = fund;
        this.orders = new Orders(fund);
    }

    /** The county's finance, who asks for the reopening. */
    RequestSpecification finance() {
        return fund.as("FUND_CASHIER", fund.county, finance);
    }

    /** The same person with the approver's role as well. */
    RequestSpecification financeWithTwoHats() {
        return given().auth().oauth2(Tokens.grant("FUND_CASHIER", fund.county.code())
                .and("FUND_APPROVER", fund.county.code()).member(finance).token()).contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** An order of one line that settles this, paid from this budget of a project, and the project closed. */
    String paidAndClosed(String project, String budget, String owed, long fen) {
        var stated = lines(fen);
        stated.get(0).put("obligationId", owed);
        var order = orders.send(orders.request(budget, fen, stated).then().statusCode(201).extract().path("id"));
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", fen, order))).then().statusCode(200);
        orders.accepted(project);
        orders.closed(project);
        return order;
    }

    Response tell(String order, int line, long fen) {
        var returned = answer(order, line, "RETURNED", fen, "LATE-" + line + order);
        returned.put("on", "2016-11-10");
        return orders.receipt("LATE-" + order, List.of(returned));
    }

    /** The bank gives the line of a closed order back on 2016-11-10: the address of what is kept of it. */
    String kept(String order, long fen) {
        tell(order, 1, fen).then().statusCode(200);
        return of(order, 0);
    }

    String of(String order, int place) {
        return "unallocated-returns/" + list("disbursement", order).getString("items[" + place + "].id");
    }

    JsonPath list(String filter, Object value) {
        return fund.cashier().queryParam(filter, value).queryParam("count", true)
                .get(Fund.BASE + "unallocated-returns").then().statusCode(200).extract().jsonPath();
    }

    /** Its reopening was asked for on 2016-11-14. */
    void requested(String returned) {
        move(finance(), returned, request("2016-11-14")).then().statusCode(200);
    }

    static Map<String, Object> request(String on) {
        return Map.of("transition", "request-reopening", "on", on, "documentNo", "示例〔2016〕21号");
    }

    /** By the county's approver, on 2016-11-16. */
    Response reopen(String returned) {
        return move(fund.approver(), returned, REOPEN);
    }

    Response move(RequestSpecification by, String returned, Map<String, Object> step) {
        return fund.moveFrom(tag(returned), by, returned, step);
    }

    String tag(String returned) {
        return fund.cashier().get(Fund.BASE + returned).then().statusCode(200).extract().header("ETag");
    }

    String state(String returned) {
        return fund.cashier().get(Fund.BASE + returned).then().statusCode(200).extract().path("state");
    }

    /** What the account of a document holds and whether it is closed: {@code 0 closed}. */
    static String account(String document) {
        return Database.asApplication().query("select available_fen, closed from ledger_balance where id = ?",
                row -> row.getLong(1) + (row.getBoolean(2) ? " closed" : " open"), UUID.fromString(document)).get(0);
    }
}
