package io.zhixing.organization;

import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** Key tasks and steps of their progress; each step by the office that may take it, by a person of its own. */
final class KeyTasking {

    static final String TASKS = "/organization/v1/key-tasks";
    static final String PROGRESS = "/organization/v1/key-task-progress";

    private KeyTasking() {}

    static Body task(String campaign, int number, String evidence, String... types) {
        return new Body().with("campaignId", campaign).raw("number", "" + number).with("title", "任务" + number)
                .raw("obligedTypes", "[\"" + String.join("\",\"", types) + "\"]").with("deadline", "2016-12-31")
                .with("evidence", evidence);
    }

    static String address(String task, Register.Organization organization) {
        return TASKS + "/" + task + "/progress/" + organization.id();
    }

    static Response take(String token, String task, Register.Organization organization, Body move) {
        var address = address(task, organization);
        return Register.step(token, address, Register.tag(address), move);
    }

    /** What the organization itself does. */
    static Response own(String task, Register.Organization organization, Body move) {
        return take(own(organization), task, organization, move);
    }

    private static String own(Register.Organization organization) {
        return Tokens.grant("CAMPAIGN_OFFICER", organization.code()).subject("own").token();
    }

    /** What its superior does. */
    static Response above(String task, Register.Organization superior, Register.Organization organization, Body move) {
        return take(above(superior), task, organization, move);
    }

    private static String above(Register.Organization superior) {
        return Tokens.grant("CAMPAIGN_OFFICER", superior.code()).subject("above").token();
    }

    static void reported(String task, Register.Organization organization, String on) {
        var address = address(task, organization);
        Register.taken(own(organization), address, Register.stepOf("start", on));
        Register.taken(own(organization), address, Register.stepOf("report", on).with("statement", "已完成"));
    }

    static void confirmed(String task, Register.Organization superior, Register.Organization organization, String on) {
        reported(task, organization, on);
        Register.taken(above(superior), address(task, organization), Register.stepOf("confirm", on));
    }

    /** A page of progress with its total, as an officer of the whole register sees it. */
    static Response list(String filter) {
        return Register.get(Register.officer(), PROGRESS + "?count=true&" + filter);
    }
}
