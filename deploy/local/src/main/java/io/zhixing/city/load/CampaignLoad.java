package io.zhixing.city.load;

import java.util.List;
import java.util.function.Function;

import io.zhixing.city.sample.Campaign;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/** The campaign itself with its coordination group and office. */
final class CampaignLoad {

    private static final String CAMPAIGNS = "/organization/v1/campaigns";

    private final SampleCity city;
    private final Api office;
    private final Function<Organization, String> ids;
    private final String keyPrefix;

    CampaignLoad(SampleCity city, Api office, Function<Organization, String> ids, String keyPrefix) {
        this.city = city;
        this.office = office;
        this.ids = ids;
        this.keyPrefix = keyPrefix;
    }

    /** The campaign's id. */
    String load() {
        var root = ids.apply(city.organizations().get(0));
        var campaign = office.post(CAMPAIGNS,
                Body.of("organizationId", root, "code", Campaign.CODE, "nameZh", "“两学一做”学习教育", "nameEn",
                        "Two Studies, One Action", "from", Campaign.FROM.toString(), "to", Campaign.TO.toString()),
                keyPrefix + "campaign", null).body().path("id").asText();
        for (var kind : List.of("COORDINATION_GROUP", "OFFICE")) {
            office.post("/organization/v1/campaign-bodies",
                    Body.of("campaignId", campaign, "organizationId", root, "kind", kind, "setUpOn", "2016-03-01",
                            "seats", List.of(Body.of("organizationId", root, "post", "SECRETARY", "role", "HEAD"))),
                    keyPrefix + "body-" + kind, null);
        }
        return campaign;
    }
}
