package io.zhixing.organization;

/** Bodies of calls about members who are away, and about screenings. */
final class Away {

    static final String FLOATING = "/organization/v1/floating-members";
    static final String RESIDENCES = "/organization/v1/residence-registrations";
    static final String LOSSES = "/organization/v1/contact-losses";
    static final String SCREENINGS = "/organization/v1/screenings";
    static final String SHEETS = "/organization/v1/screening-sheets";
    static final String ITEMS = "/organization/v1/screening-items";

    private Away() {}

    static Register.Organization rural(Register.Organization committee) {
        var code = Register.codeBelow(committee);
        var answer = Register.post(Register.ORGANIZATIONS,
                Register.organization(code, "BRANCH", committee.id()).with("sector", "RURAL"));
        return new Register.Organization(answer.path("id"), code, answer.header("ETag"));
    }

    static Body floating(String member, Register.Organization host) {
        return new Body().with("memberId", member).with("host", host.code()).with("hostArea", "某市某区")
                .with("awayFrom", "2015-09-01").with("on", "2016-03-01");
    }

    static Body residence(String member, Register.Organization residence) {
        return new Body().with("memberId", member).with("residence", residence.code()).with("on", "2016-03-01");
    }

    static Body loss(String member) {
        return new Body().with("memberId", member).with("lastContactOn", "2015-03-01").with("note", "外出务工后电话停机")
                .with("on", "2015-10-08");
    }

    static Body screening(Register.Organization organization) {
        return new Body().with("organizationId", organization.id()).with("from", "2016-03-01").with("to", "2016-06-30");
    }

    /** The id of the only row of a list. */
    static String only(String list, String filter) {
        return Register.setUp().get(list + "?" + filter).json().at("/items/0/id").asText();
    }
}
