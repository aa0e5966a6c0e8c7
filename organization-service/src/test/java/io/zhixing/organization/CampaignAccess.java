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
                .record("getCampaignAction", Call.of(action).alsoFor(DESCENDANT))
                .record("changeCampaignAction",
                        Call.of(action).ifMatch(FIRST).alsoFor(DESCENDANT)
                                .body(changed().with("title", "新动作").toString()))
                .record("listCampaignActionHistory", Call.of(action).alsoFor(DESCENDANT));
    }

    /** The task is read below; how far a branch has come is its own affair and that of whoever stands above it. */
    static void keyTasks(AccessMatrix matrix, Register.Organization own, Register.Organization branch) {
        var campaign = Campaigning.opened(own);
        var task = Campaigning.made(KeyTasking.TASKS, KeyTasking.task(campaign, 1, "STATED", "BRANCH"));
        matrix.naming("setKeyTask", Call.plain().body(KeyTasking.task(campaign, 2, "STATED", "BRANCH").toString()))
                .list("listKeyTasks", task, Call.plain().alsoFor(DESCENDANT))
                .record("getKeyTask", Call.of(task).alsoFor(DESCENDANT))
                .record("changeKeyTask",
                        Call.of(task).ifMatch(FIRST).alsoFor(DESCENDANT)
                                .body(changed().with("title", "新任务").toString()))
                .record("listKeyTaskHistory", Call.of(task).alsoFor(DESCENDANT))
                .record("listKeyTaskCounts", Call.of(task).alsoFor(DESCENDANT))
                .list("listKeyTaskProgress", branch.id())
                .record("getKeyTaskProgress", Call.of(task).path("organizationId", branch.id()))
                .record("getKeyTaskProgressTransitions", Call.of(task).path("organizationId", branch.id()))
                .record("moveKeyTaskProgress",
                        Call.of(task).path("organizationId", branch.id()).ifMatch("\"v0\"")
                                .body(stepOf("start", "2016-03-10").toString()))
                .record("listKeyTaskProgressHistory", Call.of(task).path("organizationId", branch.id()));
    }

    /** A draft is the office's own; what is issued is read below. */
    static void documents(AccessMatrix matrix, Register.Organization own, Register.Organization branch) {
        var campaign = Campaigning.opened(own);
        var draft = Campaigning.made(Documenting.DOCUMENTS, Documenting.document(campaign, own));
        var toIssue = Campaigning.made(Documenting.DOCUMENTS, Documenting.document(campaign, own));
        var issued = Documenting.issued(
                Documenting.acknowledgedBy(Documenting.document(campaign, own), "[\"BRANCH\"]"), "2016-03-05");
        var acknowledged = Documenting.issued(
                Documenting.acknowledgedBy(Documenting.document(campaign, own), "[\"BRANCH\"]"), "2016-03-05");
        var acknowledgement = Campaigning.made(Documenting.ACKNOWLEDGEMENTS,
                Documenting.acknowledgement(acknowledged, branch));
        matrix.naming("draftCampaignDocument", Call.plain().body(Documenting.document(campaign, own).toString()))
                .list("listCampaignDocuments", issued, Call.plain().alsoFor(DESCENDANT))
                .list("listCampaignDocuments", draft)
                .record("getCampaignDocument", Call.of(issued).alsoFor(DESCENDANT))
                .record("getCampaignDocument", Call.of(draft))
                .record("redraftCampaignDocument",
                        Call.of(draft).ifMatch(FIRST).body(new Body().with("title", "修订稿").toString()))
                .record("getCampaignDocumentTransitions", Call.of(issued).alsoFor(DESCENDANT))
                .record("moveCampaignDocument",
                        Call.of(toIssue).ifMatch(FIRST).body(stepOf("issue", "2016-03-05").toString()))
                .record("listCampaignDocumentHistory", Call.of(issued).alsoFor(DESCENDANT))
                .record("listAcknowledgementStandings", Call.of(issued).alsoFor(DESCENDANT))
                .naming("acknowledgeDocument",
                        Call.plain().body(Documenting.acknowledgement(issued, branch).toString()))
                .record("getDocumentAcknowledgement", Call.of(acknowledgement))
                .naming("listGuidanceSectors",
                        Call.plain().query("organization", own.id()).query("inForceOn", "2017-04-26"));
    }

    private static Body changed() {
        return new Body().with("on", "2016-05-01").with("reason", "工作需要");
    }
}
