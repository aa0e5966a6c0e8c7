package io.zhixing.project;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;

/** Payment orders on the budgets of a fund, and what the bank answers to them. */
final class Orders {

    private final Fund fund;

    Orders(Fund fund) {
        this.fund = fund;
    }

    Response request(String budget, Object fen, List<Map<String, Object>> lines) {
        return fund.countyClerk().body(orderBody(budget, fen, lines)).post(Fund.BASE + "disbursements");
    }

    private static Map<String, Object> orderBody(String budget, Object fen, List<Map<String, Object>> lines) {
        return Map.of("budgetId", budget, "stage", "FINAL", "amountFen", fen, "on", "2016-09-01", "submittedOn",
                "2016-09-01", "lines", lines);
    }

    static List<Map<String, Object>> lines(long... fen) {
        var lines = new ArrayList<Map<String, Object>>();
        for (long one : fen) {
            lines.add(new LinkedHashMap<>(Map.of("payeeName", "示例建筑公司", "amountFen", one)));
        }
        return lines;
    }

    /** An order of one line that nobody submitted yet. */
    String draft(String budget, long fen) {
        return fund.countyClerk.makes("disbursements", Map.of("budgetId", budget, "stage", "FINAL", "amountFen", fen,
                "on", "2016-09-01", "lines", lines(fen)));
    }

    /** A submitted order of one line. */
    String submitted(String budget, long fen) {
        return fund.countyClerk.makes("disbursements", orderBody(budget, fen, lines(fen)));
    }

    String sent(String budget, long... fen) {
        long sum = Arrays.stream(fen).sum();
        return send(fund.countyClerk.makes("disbursements", orderBody(budget, sum, lines(fen))));
    }

    String send(String order) {
        fund.taken(fund.approver, "disbursements/" + order, "approve", "2016-09-02");
        fund.taken(fund.cityCashier, "disbursements/" + order, "send", "2016-09-03");
        return order;
    }

    /** An order that was paid whole, and whose project was closed after that. */
    String paidAndClosed(long fen) {
        var project = fund.listedProject();
        var order = paidAndAccepted(project, fen);
        closed(project);
        return order;
    }

    /** An accepted project without money is closed on 2016-11-01. */
    void closed(String project) {
        fund.taken(fund.cityCashier, "projects/" + project, "close", "2016-11-01");
    }

    /** An order that was paid whole, of a project that was accepted after that. */
    String paidAndAccepted(String project, long fen) {
        var order = sent(fund.budgetOf(project, fen), fen);
        receipt("FILE-" + order, List.of(answer(order, 1, "PAID", fen, order))).then().statusCode(200);
        accepted(project);
        return order;
    }

    /** A funded project is carried out, and accepted on 2016-10-20. */
    void accepted(String project) {
        fund.taken(fund.villageClerk, "projects/" + project, "start", "2016-09-06");
        fund.taken(fund.villageClerk, "projects/" + project, Map.of("transition", "complete", "on", "2016-10-01",
                "actualValues", List.of(Map.of("kind", "QUANTITY", "indicator", "硬化村道", "value", "1.3"))));
        fund.taken(fund.acceptor, "projects/" + project, Map.of("transition", "accept", "on",
                "2016-10-20", "acceptance", Map.of("team", List.of(Ids.next()), "reportDocument", "验收〔2016〕1号")));
    }

    String budgetOf(String order) {
        return fund.reader().get(Fund.BASE + "disbursements/" + order).path("budgetId");
    }

    static Map<String, Object> answer(String order, int line, String result, long fen, String ref) {
        return new LinkedHashMap<>(Map.of("disbursementId", order, "lineNo", line, "result", result, "bankRef", ref,
                "on", "2016-09-05", "amountFen", fen));
    }

    /** The same answer with tomorrow as the bank's day. */
    static Map<String, Object> tomorrow(Map<String, Object> answer) {
        answer.put("on", Shanghai.today(Clock.systemUTC()).plusDays(1).toString());
        return answer;
    }

    Response receipt(String file, List<Map<String, Object>> lines) {
        return fund.cashier().body(Map.of("fileId", file, "lines", lines)).post(Fund.BASE + "bank-receipts");
    }

    /** What became of the first line of a bank file, or why it was refused. */
    static String told(Response receipt) {
        String code = receipt.path("lines[0].code");
        return code == null ? receipt.path("lines[0].outcome") : code;
    }

    /** How often money moved for an order. */
    static long journals(String order) {
        return Database.asApplication().query(
                "select count(distinct journal_id) from ledger_entry where disbursement_id = ?",
                row -> row.getLong(1), UUID.fromString(order)).get(0);
    }
}
