package io.zhixing.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.time.Ids;

/** Money of a fund that is taken back: the finance of one organization proposes and executes, its approver confirms. */
final class TakingBack {

    static final String EXECUTED_ON = "2016-09-15";

    private final Fund fund;
    final Handler cashier;
    final Handler approver;

    TakingBack(Fund fund) {
        this(fund, fund.county);
    }

    TakingBack(Fund fund, City.Organization at) {
        this.fund = fund;
        this.cashier = new Handler("FUND_CASHIER", at, Ids.next());
        this.approver = new Handler("FUND_APPROVER", at, Ids.next());
    }

    static Map<String, Object> body(String account, Object fen, String toLevel) {
        return new LinkedHashMap<>(Map.of("accountId", account, "kind", "SURPLUS", "amountFen", fen, "toLevel", toLevel,
                "reason", "项目完工结余", "documentNo", UUID.randomUUID().toString(), "on", "2016-09-10"));
    }

    Response propose(Map<String, Object> body) {
        return cashier.call().body(body).post(Fund.BASE + "recoveries");
    }

    /** The address of a recovery of 2016-09-10. */
    String proposed(String account, long fen, String toLevel) {
        return proposed(body(account, fen, toLevel));
    }

    private String proposed(Map<String, Object> body) {
        return "recoveries/" + cashier.makes("recoveries", body);
    }

    /** Of one that was confirmed on 2016-09-12. */
    String confirmed(String account, long fen, String toLevel) {
        return confirmed(body(account, fen, toLevel));
    }

    private String confirmed(Map<String, Object> body) {
        var recovery = proposed(body);
        fund.taken(approver, recovery, "confirm", "2016-09-12");
        return recovery;
    }

    String executed(String account, long fen, String toLevel) {
        return executed(body(account, fen, toLevel));
    }

    String executed(Map<String, Object> body) {
        var recovery = confirmed(body);
        fund.taken(cashier, recovery, "execute", EXECUTED_ON);
        return recovery;
    }

    Response execute(String recovery) {
        return fund.move(cashier.call(), recovery, "execute", EXECUTED_ON);
    }

    static Map<String, Object> execution() {
        return Map.of("transition", "execute", "on", EXECUTED_ON);
    }

    static Map<String, Object> dismissal() {
        return Map.of("transition", "dismiss", "on", EXECUTED_ON, "comment", "资金仍需使用");
    }

    /** The journals of a recovery, each by the step in its key. */
    static List<String> postings(String recovery) {
        return Database.asOwner().query(
                """
                select split_part(dedup_key, ':', 3) || ' ' || kind from ledger_journal where dedup_key like ? order by id""",
                row -> row.getString(1), recovery.replace("recoveries/", "recovery:") + ":%");
    }
}
