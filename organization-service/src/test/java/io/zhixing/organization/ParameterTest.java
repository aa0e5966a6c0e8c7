package io.zhixing.organization;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.contract.ContractRules;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a list or question may be asked for, and what it takes as it comes: an exact key or a word that names nothing finds nothing. */
@QuarkusTest
class ParameterTest {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            entry("listAuditEntriesOfOrganization actor", "subject of any token"),
            entry("listCampaigns code", "exact key"),
            entry("listCampaignDocuments number", "exact number"),
            entry("listDivisions code", "exact key"),
            entry("listDivisions parentCode", "exact key"),
            entry("listMembers memberNumber", "exact key"),
            entry("listNationalCodes code", "exact key"),
            entry("listOrganizations code", "exact key"),
            entry("listOrganizationSubtree county", "exact key"),
            entry("listOrganizationRoll county", "exact key"),
            entry("listOrganizationTurns county", "exact key"),
            entry("listOrganizationRules code", "exact key"),
            entry("searchOrganizations name", "fragment of a name"));

    @TestFactory
    Stream<DynamicTest> parameters() {
        return Stream.of(ContractRules.parameters(places(), TEXTS, Register.ROOT));
    }

    private static Map<String, String> places() {
        var committee = Register.committee();
        var campaign = Campaigning.opened(committee);
        var places = new HashMap<String, String>();
        for (var part : new String[]{"ancestors", "checks", "children", "roll", "subtree"}) {
            places.put(Register.ORGANIZATIONS + "/{id}/" + part,
                    Register.ORGANIZATIONS + "/" + committee.id() + "/" + part);
        }
        places.put("/organization/v1/compliance/{rule}", "/organization/v1/compliance/BRANCH_MOST_MEMBERS");
        places.put(Campaigning.BODIES + "/{id}/seats", Campaigning.BODIES + "/"
                + Campaigning.made(Campaigning.BODIES, Campaigning.body(campaign, committee)) + "/seats");
        places.put(Documenting.DOCUMENTS + "/{id}/acknowledgements",
                Documenting.DOCUMENTS + "/" + Documenting.issued(Documenting.acknowledgedBy(
                        Documenting.document(campaign, committee), "[\"BRANCH\"]"), "2016-03-05")
                        + "/acknowledgements");
        places.put(KeyTasking.TASKS + "/{id}/counts", KeyTasking.TASKS + "/"
                + Campaigning.made(KeyTasking.TASKS, KeyTasking.task(campaign, 1, "STATED", "BRANCH")) + "/counts");
        var job = Imports.by(Tokens.of("CAMPAIGN_OFFICER", Register.ROOT), "posts").ended(
                "memberNumber,organizationCode,post,from,basis\r\nM0,X,SECRETARY,2016-01-01,ELECTED\r\n");
        places.put("/organization/v1/imports/{id}/results",
                "/organization/v1/imports/" + job.path("id") + "/results");
        places.put("/organization/v1/imports/templates/{kind}", "/organization/v1/imports/templates/posts");
        return places;
    }
}
