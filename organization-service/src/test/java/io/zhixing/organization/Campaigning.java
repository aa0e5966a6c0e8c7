package io.zhixing.organization;

/** Bodies of calls about campaigns, their key tasks and documents. */
final class Campaigning {

    static final String CAMPAIGNS = "/organization/v1/campaigns";
    static final String BODIES = "/organization/v1/campaign-bodies";
    static final String ACTIONS = "/organization/v1/campaign-actions";

    private Campaigning() {}

    static Body campaign(Register.Organization owner, String from, String to) {
        return new Body().with("organizationId", owner.id()).with("code", "C-" + owner.code() + "-" + Register.next())
                .with("nameZh", "示例活动").with("nameEn", "Sample campaign").with("from", from).with("to", to);
    }

    /** The days of the model case. */
    static Body campaign(Register.Organization owner) {
        return campaign(owner, "2016-02-28", "2017-04-26");
    }

    static String opened(Register.Organization owner) {
        return made(CAMPAIGNS, campaign(owner));
    }

    static Body body(String campaign, Register.Organization organization) {
        return new Body().with("campaignId", campaign).with("organizationId", organization.id())
                .with("kind", "COORDINATION_GROUP").with("setUpOn", "2016-03-01")
                .raw("seats", seats(organization, "SECRETARY"));
    }

    static String seats(Register.Organization organization, String post) {
        return "[{\"organizationId\":\"%s\",\"post\":\"%s\",\"role\":\"HEAD\"}]".formatted(organization.id(), post);
    }

    static Body action(String campaign, Register.Organization organization, String kind) {
        return new Body().with("campaignId", campaign).with("organizationId", organization.id()).with("kind", kind)
                .with("title", "动作" + Register.next()).raw("obligedTypes", "[\"BRANCH\"]");
    }

    /** The id of what this call makes. */
    static String made(String path, Body body) {
        return Register.setUp().post(path, body).id();
    }
}
