package io.zhixing.city.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.city.sample.Campaign;
import io.zhixing.city.sample.Finding;
import io.zhixing.city.sample.Findings;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;

/** One screening over the city: opened, answered by import, checked by every branch, reviewed above, settled, closed. */
final class ScreeningLoad {

    private static final int ROWS_PER_FILE = 20_000;
    private static final String COLUMNS = "screenedCode,memberNumber,on,finding,action,note\r\n";
    private static final String SCREENINGS = "/organization/v1/screenings";

    private final SampleCity city;
    private final Api branches;
    private final Api office;
    private final Function<Organization, String> ids;
    private final String keyPrefix;
    private final Map<String, String> found = new HashMap<>();

    /**
     * @param branches who answers for the branches and closes
     * @param office who opens and reviews: another caller
     */
    ScreeningLoad(SampleCity city, Api branches, Api office, Function<Organization, String> ids, String keyPrefix) {
        this.city = city;
        this.branches = branches;
        this.office = office;
        this.ids = ids;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        var root = city.organizations().get(0);
        var opened = office.post(SCREENINGS,
                Body.of("organizationId", ids.apply(root), "campaignCode", Campaign.CODE, "from",
                        Findings.FROM.toString(), "to", Findings.TO.toString()),
                keyPrefix + "screening", null);
        var screening = opened.body().path("id").asText();
        var findings = city.findings();
        var unsettled = findings.stream().filter(one -> !one.isNormal()).toList();
        unsettled.forEach(one -> found.put(key(one), null));
        crew.job("集中排查", "screening", findings.size(), bar -> new ImportCall(branches, "organization",
                "screening-findings", "text/csv", ROWS_PER_FILE).load(findings.size(), COLUMNS,
                        (place, file) -> row(root, findings.get(place), file), keyPrefix + "findings", bar,
                        ImportCall.Again.NEVER,
                        results -> results.forEach(result -> keep(result))));
        crew.stage("排查审核", "sheets reviewed",
                branches.lines("/organization/v1/screening-sheets?screening=" + screening), this::review);
        crew.stage("措施办结", "findings settled", unsettled, this::settle);
        // The root has no superior: another person than the one who opened it closes it.
        branches.post(SCREENINGS + "/" + screening + "/transitions",
                Body.of("transition", "close", "on", Findings.CLOSED.toString()), keyPrefix + "screening-close",
                opened.etag());
    }

    /** Only what is to be settled afterwards. */
    private void keep(JsonNode result) {
        var key = result.path("key").asText();
        if (found.containsKey(key)) {
            found.put(key, result.path("resourceId").asText());
        }
    }

    private void review(JsonNode sheet) {
        var steps = "/organization/v1/screening-sheets/" + sheet.path("id").asText() + "/transitions";
        var key = keyPrefix + "sheet-" + sheet.path("organizationId").asText();
        var checked = branches.post(steps,
                Body.of("transition", "self-check", "on", Findings.SELF_CHECKED.toString()), key + "-check", "\"v1\"");
        office.post(steps, Body.of("transition", "review", "on", Findings.REVIEWED.toString()), key + "-review",
                checked.etag());
    }

    private void settle(Finding finding) {
        var item = found.get(key(finding));
        branches.post("/organization/v1/screening-items/" + item + "/transitions",
                Body.of("transition", finding.settled() ? "settle" : "hand-on", "on", Findings.SETTLED.toString()),
                keyPrefix + "finding-" + finding.index(), "\"v2\"");
    }

    private String key(Finding finding) {
        return city.organizations().get(0).code() + "/" + finding.member().memberNumber();
    }

    private static void row(Organization root, Finding one, StringBuilder file) {
        Rows.add(file, root.code(), one.member().memberNumber(), one.on(), one.finding(), one.action(),
                one.isNormal() ? null : "支部核实");
    }
}
