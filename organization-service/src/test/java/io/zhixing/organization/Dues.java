package io.zhixing.organization;

import java.time.LocalDate;

/** Bodies of calls about dues. */
final class Dues {

    static final String RATES = "/organization/v1/dues-rates";
    static final String RATE_TABLES = "/organization/v1/dues-rate-tables";
    static final String ASSESSMENTS = "/organization/v1/dues-assessments";
    static final String RECEIPTS = "/organization/v1/dues-receipts";
    static final String CLOSINGS = "/organization/v1/dues-closings";
    static final String ARREARS = "/organization/v1/dues-arrears";
    static final String REDUCTIONS = "/organization/v1/dues-reductions";

    private static final LocalDate FIRST_TABLE = LocalDate.of(2100, 1, 1);

    static final String LOCAL = "/organization/v1/local-dues-amounts";

    private Dues() {}

    static Body local(Register.Organization organization, long fen) {
        return new Body().with("organizationId", organization.id()).with("category", "FARMER").raw("leastFen", "" + fen)
                .raw("mostFen", "" + fen).with("effectiveFrom", "2016-01-01").with("source", "示组〔2015〕9号")
                .with("on", "2015-12-20");
    }

    static Body assessment(String member, String month, long baseFen) {
        return new Body().with("memberId", member).with("month", month).with("category", "EMPLOYED").raw("baseFen",
                "" + baseFen);
    }

    /** What a month is assessed by instead. */
    static Body reassessment(long baseFen) {
        return new Body().with("category", "EMPLOYED").raw("baseFen", "" + baseFen).with("reason", "当月调整工资");
    }

    static Body receipt(String member, String through) {
        return new Body().with("memberId", member).with("kind", "RECEIPT").with("paidThrough", through)
                .raw("amountFen", "1500").with("on", "2016-12-20");
    }

    static Body correction(String member, String through) {
        return receipt(member, through).with("kind", "CORRECTION").with("reason", "误登为他人").raw("amountFen", "0");
    }

    /** Closed some days after the month is over. */
    static Body closing(Register.Organization branch, String month) {
        return new Body().with("organizationId", branch.id()).with("month", month).with("on", "2016-12-21");
    }

    static Body reduction(String member, String from, String to) {
        return new Body().with("memberId", member).with("fromMonth", from).with("toMonth", to)
                .raw("basisPointsOff", "5000").with("reason", "家庭困难").with("on", "2016-01-10");
    }

    /** A day after every table that a test may have adopted before. */
    static String freshDay() {
        return FIRST_TABLE.plusDays(System.currentTimeMillis() / 1000 % 2_000_000).toString();
    }

    static Body rates(String from) {
        return new Body().with("category", "RETIRED").with("effectiveFrom", from).with("source", "示例文件")
                .with("on", "2016-01-10")
                .raw("brackets",
                        "[{\"fromFen\":0,\"toFen\":500000,\"basisPoints\":50},{\"fromFen\":500001,\"basisPoints\":100}]");
    }
}
