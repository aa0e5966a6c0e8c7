package io.zhixing.organization;

import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** Documents of a campaign: drafted by one person, issued by another. */
final class Documenting {

    static final String DOCUMENTS = "/organization/v1/campaign-documents";
    static final String ACKNOWLEDGEMENTS = "/organization/v1/document-acknowledgements";

    private Documenting() {}

    static Body document(String campaign, Register.Organization issuer) {
        return new Body().with("campaignId", campaign).with("organizationId", issuer.id()).with("kind", "PLAN")
                .with("number", "示发〔2016〕" + Register.next() + "号").with("draftedOn", "2016-03-01")
                .with("title", "实施方案").with("reference", "示例文件").with("inForceFrom", "2016-03-10");
    }

    static Body guidance(String campaign, Register.Organization issuer, String sectors) {
        return document(campaign, issuer).with("kind", "SECTOR_GUIDANCE").raw("sectors", sectors);
    }

    static Body acknowledgedBy(Body document, String types) {
        return document.raw("mustAcknowledge", "{\"types\":" + types + ",\"dueOn\":\"2016-04-15\"}");
    }

    /** Its id. */
    static String issued(Body document, String on) {
        var id = Campaigning.made(DOCUMENTS, document);
        Register.taken(issuer(), DOCUMENTS + "/" + id, Register.stepOf("issue", on));
        return id;
    }

    static Response issue(String id, String on) {
        return take(id, Register.stepOf("issue", on));
    }

    static Response take(String id, Body move) {
        var address = DOCUMENTS + "/" + id;
        return Register.step(issuer(), address, Register.tag(address), move);
    }

    private static String issuer() {
        return Tokens.grant("CAMPAIGN_OFFICER", Register.ROOT).subject("issuer").token();
    }

    static Body acknowledgement(String document, Register.Organization organization) {
        return new Body().with("documentId", document).with("organizationId", organization.id())
                .with("on", "2016-04-01").with("arrangement", "四月十日前传达");
    }
}
