package io.zhixing.project;

import java.util.List;
import java.util.Map;

/** Projects whose county's entry notice stands, and objections to it. */
final class Announced {

    private final Fund fund;

    Announced(Fund fund) {
        this.fund = fund;
    }

    /** A project whose county notice runs from 2016-05-03 to this day. */
    String until(String noticeEndsOn) {
        var project = fund.villageClerk.makes("projects", fund.proposal());
        fund.taken(fund.approver, "projects/" + project, "approve", "2016-04-20");
        fund.taken(fund.approver, "projects/" + project,
                Map.of("transition", "publish", "on", "2016-05-03", "noticeEndsOn", noticeEndsOn));
        return project;
    }

    String noticeOf(String project) {
        List<String> notices = fund.reader().queryParam("project", project).get(Fund.BASE + "notices")
                .path("items.id");
        return notices.get(0);
    }

    String objectionTo(String notice, String receivedOn) {
        return fund.villageClerk.makes("objections",
                Map.of("noticeId", notice, "content", "路线与公示不符", "receivedOn", receivedOn));
    }

    void uphold(String objection, String on) {
        fund.taken(fund.approver, "objections/" + objection,
                Map.of("transition", "uphold", "on", on, "comment", "路线有误"));
    }
}
