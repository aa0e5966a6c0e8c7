package io.zhixing.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;

/** Journals of a fund, and their reversal: asked for by its cashier, confirmed by another person of the city. */
final class Reversals {

    private final Fund fund;
    final Handler second;

    Reversals(Fund fund) {
        this.fund = fund;
        this.second = new Handler("FUND_APPROVER", fund.city, Ids.next());
    }

    /** The number of the last journal of this kind for an order. */
    long of(String order, String kind) {
        return last("disbursement", order, kind);
    }

    /** The number of the last journal of this kind on the account of a source, an allocation or a budget. */
    long on(String account, String kind) {
        return last("account", account, kind);
    }

    private long last(String filter, String value, String kind) {
        return list(filter, value, "kind", kind).getLong("items[-1].id");
    }

    /** @param filters names and values alternately */
    JsonPath list(Object... filters) {
        var caller = fund.cashier();
        for (int i = 0; i < filters.length; i += 2) {
            var values = filters[i + 1] instanceof List<?> several ? several : List.of(filters[i + 1]);
            caller.queryParam(filters[i].toString(), values);
        }
        return caller.queryParam("count", true).get(Fund.BASE + "ledger/journals").then().statusCode(200).extract()
                .jsonPath();
    }

    JsonPath journal(long number) {
        return fund.cashier().get(Fund.BASE + "ledger/journals/" + number).then().statusCode(200).extract().jsonPath();
    }

    static Map<String, Object> body(String on) {
        return new LinkedHashMap<>(Map.of("reason", "回单错记在另一笔支付上", "documentNo", "示例〔2016〕12号", "on", on));
    }

    Response request(RequestSpecification by, long journal, String on) {
        return by.body(body(on)).post(Fund.BASE + "ledger/journals/" + journal + "/reversal");
    }

    /** A request of the fund's cashier that waits for its confirmation: its address below the service's. */
    String requested(long journal, String on) {
        return "reversals/" + request(fund.cashier(), journal, on).then().statusCode(201).extract().<String>path("id");
    }

    Response confirm(String request, String on) {
        return move(second.call(), request, Map.of("transition", "confirm", "on", on));
    }

    Response move(RequestSpecification by, String request, Map<String, Object> step) {
        return fund.moveFrom(tag(request), by, request, step);
    }

    /** The number of the reversal. */
    long reversed(long journal, String on) {
        return confirm(requested(journal, on), on).then().statusCode(200).extract().jsonPath()
                .getLong("reversalJournalId");
    }

    String tag(String request) {
        return fund.cashier().get(Fund.BASE + request).then().statusCode(200).extract().header("ETag");
    }

    String state(String request) {
        return fund.cashier().get(Fund.BASE + request).then().statusCode(200).extract().path("state");
    }

    /** The states of an order's lines, by number. */
    List<String> lines(String order) {
        return fund.cashier().get(Fund.BASE + "disbursements/" + order + "/lines").then().statusCode(200).extract()
                .path("items.state");
    }

    static Map<String, Object> confirmation() {
        return Map.of("transition", "confirm", "on", "2016-03-12");
    }

    /** An allocation's, of 2016-03-10; with its source's there are two. */
    long journal() {
        return on(fund.allocation(fund.source(1_000), 400), "ALLOCATE");
    }

    int posted() {
        return list().getInt("total");
    }

    long requests() {
        return Database.asApplication().within(fund.city.path()).query("select count(*) from reversal_request",
                row -> row.getLong(1)).get(0);
    }
}
