package io.zhixing.city.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.zhixing.city.sample.Document;
import io.zhixing.city.sample.KeyTask;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/** Plan, guidance and guide of the campaign, each drafted by one and issued by another; every committee acknowledges the plan. */
final class DocumentLoad {

    private static final String DOCUMENTS = "/organization/v1/campaign-documents";

    private final SampleCity city;
    private final Api drafter;
    private final Api office;
    private final Function<Organization, String> ids;
    private final String keyPrefix;

    DocumentLoad(SampleCity city, Api drafter, Api office, Function<Organization, String> ids, String keyPrefix) {
        this.city = city;
        this.drafter = drafter;
        this.office = office;
        this.ids = ids;
        this.keyPrefix = keyPrefix;
    }

    /** @param campaign its id */
    void load(Crew crew, String campaign) {
        var issued = new HashMap<Document, String>();
        Document.ALL.forEach(document -> issued.put(document, issue(document, campaign)));
        var committees = city.organizations().stream().filter(one -> KeyTask.OBLIGED.contains(one.type())).toList();
        for (var document : Document.ALL.stream().filter(Document::mustBeAcknowledged).toList()) {
            crew.stage("文件签收", "acknowledgements", committees, one -> acknowledge(document, issued.get(document), one));
        }
    }

    private String issue(Document document, String campaign) {
        var key = keyPrefix + "document-" + document.index();
        var drafted = drafter.post(DOCUMENTS,
                Body.of("campaignId", campaign, "organizationId", ids.apply(city.organizations().get(0)), "kind",
                        document.kind(), "number", document.number(), "draftedOn", Document.DRAFTED.toString(), "title",
                        document.title(), "reference", document.number() + "文件", "sectors",
                        document.sector() == null ? null : List.of(document.sector()), "inForceFrom",
                        Document.ISSUED.toString(), "mustAcknowledge", mustAcknowledge(document)),
                key, null);
        var id = drafted.body().path("id").asText();
        office.post(DOCUMENTS + "/" + id + "/transitions",
                Body.of("transition", "issue", "on", Document.ISSUED.toString()), key + "-issue", drafted.etag());
        return id;
    }

    private static Map<String, Object> mustAcknowledge(Document document) {
        return document.mustBeAcknowledged()
                ? Body.of("types", KeyTask.OBLIGED.stream().map(Enum::name).toList(), "dueOn",
                        Document.DUE.toString())
                : null;
    }

    private void acknowledge(Document document, String id, Organization organization) {
        drafter.post("/organization/v1/document-acknowledgements",
                Body.of("documentId", id, "organizationId", ids.apply(organization), "on",
                        document.acknowledgedOn(organization).toString(), "arrangement", "传达到所属各支部并列入学习计划"),
                keyPrefix + "acknowledged-" + document.index() + "-" + organization.index(), null);
    }
}
