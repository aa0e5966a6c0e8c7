package io.zhixing.organization;

import static io.zhixing.organization.Register.stepOf;
import static io.zhixing.platform.testing.access.Standing.DESCENDANT;

import io.zhixing.platform.testing.access.AccessMatrix;
import io.zhixing.platform.testing.access.Call;

/** What the access matrix is told of campaigns: those of the own committee are read below it. */
final class CampaignAccess {

    private static final String FIRST = "\"v1\"";

    private CampaignAccess() {}

    static void campaigns(AccessMatrix matrix, Register.Organization own) {
        var campaign = Campaigning.opened(own);
        var body = Campaigning.made(Campaigning.BODIES, Campaigning.body(campaign, own));
        var action = Campaigning.made(Campaigning.ACTIONS, Campaigning.action(campaign, own, "PRESCRIBED"));
        matrix.naming("openCampaign", Call.plain().body(Campaigning.campaign(own).toString()))
                .list("listCampaigns", campaign, Call.plain().alsoFor(DESCENDANT))
                .record("getCampaign", Call.of(campaign).alsoFor(DESCENDANT))
                .record("changeCampaign",
                        Call.of(campaign).ifMatch(FIRST).alsoFor(DESCENDANT)
                                .body(new Body().with("on", "2016-05-01").with("nameZh", "新名称").toString()))
                .naming("setUpCampaignBody",
                        Call.plain().body(Campaigning.body(campaign, own).with("kind", "OFFICE").toString()))
                .list("listCampaignBodies", body, Call.plain().alsoFor(DESCENDANT))
                .record("getCampaignBody", Call.of(body).alsoFor(DESCENDANT))
                .record("listCampaignBodySeats", Call.of(body).alsoFor(DESCENDANT))
                .record("getCampaignBodyTransitions", Call.of(body).alsoFor(DESCENDANT))
                .record("moveCampaignBody",
                        Call.of(body).ifMatch(FIRST).alsoFor(DESCENDANT).body(stepOf("end", "2016-06-01").toString()))
                .record("listCampaignBodyHistory", Call.of(body).alsoFor(DESCENDANT))
                .naming("addCampaignAction",
                        Call.plain().body(Campaigning.action(campaign, own, "OPTIONAL").toString()))
                .list("listCampaignActions", action, Call.plain().alsoFor(DESCENDANT))
                .record("getCampaignAction", Call.of(action).alsoFor(DESCENDANT));
    }
}
