package io.zhixing.city.load;

import java.util.List;
import java.util.function.Function;

import io.zhixing.city.Terminal;
import io.zhixing.city.sample.Dues;
import io.zhixing.city.sample.DuesRecord;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/** The dues of every member: assessed and received by import, the month closed by each branch, then what was owed. */
final class DuesLoad {

    private static final int ROWS_PER_FILE = 20_000;
    private static final String ASSESSMENTS = "memberNumber,month,category,baseFen\r\n";
    private static final String RECEIPTS = "memberNumber,kind,paidThrough,amountFen,on\r\n";
    private static final int MONTHS_BEHIND = 10;
    private static final int MONTHS = 14;

    private final SampleCity city;
    private final Api api;
    private final Function<Organization, String> ids;
    private final String keyPrefix;

    DuesLoad(SampleCity city, Api api, Function<Organization, String> ids, String keyPrefix) {
        this.city = city;
        this.api = api;
        this.ids = ids;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        var dues = city.dues();
        crew.job("党费核定", "dues assessed", dues.size(), bar -> file("dues-assessments", ASSESSMENTS, dues,
                (place, file) -> assessment(dues.get(place), file), "assessments", bar));
        crew.job("党费收讫", "dues received", dues.size(), bar -> file("dues-receipts", RECEIPTS, dues,
                (place, file) -> first(dues.get(place), file), "receipts", bar));
        crew.stage("党费结账", "months closed", city.organizations().stream().filter(Organization::isBranch).toList(),
                branch -> api.post("/organization/v1/dues-closings", Body.of("organizationId", ids.apply(branch),
                        "month", Dues.CLOSED, "on", Dues.CLOSED_ON.toString()),
                        keyPrefix + "closing-" + branch.index(), null));
        var settled = dues.stream().filter(one -> one.settledOn() != null).toList();
        crew.job("党费补交", "arrears made good", settled.size(), bar -> file("dues-receipts", RECEIPTS, settled,
                (place, file) -> rest(settled.get(place), file), "settled", bar));
    }

    private void file(String kind, String header, List<DuesRecord> rows, ImportCall.RowWriter writer, String name,
            Terminal.Bar bar) {
        new ImportCall(api, "organization", kind, "text/csv", ROWS_PER_FILE).load(rows.size(), header, writer,
                keyPrefix + name, bar, ImportCall.Again.NEVER, results -> {
                    // nobody asks for the ids
                });
    }

    private static void assessment(DuesRecord one, StringBuilder file) {
        Rows.add(file, one.member().memberNumber(), one.month(), one.category(), one.baseFen());
    }

    private static void first(DuesRecord one, StringBuilder file) {
        if (one.behind()) {
            receipt(one, Dues.PAID_BEHIND, MONTHS_BEHIND, Dues.RECEIVED_BEHIND.toString(), file);
        } else {
            receipt(one, Dues.PAID, MONTHS, Dues.RECEIVED.toString(), file);
        }
    }

    private static void rest(DuesRecord one, StringBuilder file) {
        receipt(one, Dues.PAID, MONTHS - MONTHS_BEHIND, one.settledOn().toString(), file);
    }

    private static void receipt(DuesRecord one, String through, int months, String on, StringBuilder file) {
        Rows.add(file, one.member().memberNumber(), "RECEIPT", through, one.monthlyFen() * months, on);
    }
}
