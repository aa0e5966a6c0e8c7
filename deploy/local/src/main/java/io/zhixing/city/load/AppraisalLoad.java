package io.zhixing.city.load;

import java.util.Map;

import io.zhixing.city.sample.Appraisal;
import io.zhixing.city.sample.Campaign;
import io.zhixing.city.sample.SampleCity;

/** The democratic appraisal of every branch: its roll frozen, its study confirmed, grades proposed and confirmed by two. */
final class AppraisalLoad {

    private static final String ROUNDS = "/evaluation/v1/appraisal-rounds";

    private final SampleCity city;
    private final Api clerk;
    private final Api office;
    private final String keyPrefix;

    /**
     * @param clerk who proposes
     * @param office who confirms: another caller
     */
    AppraisalLoad(SampleCity city, Api clerk, Api office, String keyPrefix) {
        this.city = city;
        this.clerk = clerk;
        this.office = office;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        office.post("/evaluation/v1/appraisal-years",
                Body.of("organization", city.organizations().get(0).code(), "year",
                        Campaign.APPRAISAL_YEAR, "asOf", Campaign.APPRAISED_ON.toString(), "on",
                        Campaign.FROM.toString()),
                keyPrefix + "appraisal-year", null);
        crew.stage("民主评议", "appraisals", city.appraisals(), this::appraise);
    }

    private void appraise(Appraisal one) {
        var frozen = clerk.post(ROUNDS, Body.of("organization", one.branch().code(), "year", Campaign.APPRAISAL_YEAR,
                "expectedRoll", one.verdicts().size(), "on", one.frozenOn().toString()), key(one, "roll"), null);
        var steps = ROUNDS + "/" + frozen.body().path("id").asText() + "/transitions";
        var studied = clerk.post(steps, Body.of("transition", "confirm-study", "on", one.frozenOn().toString()),
                key(one, "study"), frozen.etag());
        var proposed = clerk.post(steps, Body.of("transition", "propose-grades", "on", one.proposedOn().toString(),
                "grades", one.verdicts().stream().map(AppraisalLoad::grade).toList()), key(one, "grades"),
                studied.etag());
        office.post(steps, Body.of("transition", "confirm", "on", one.confirmedOn().toString()), key(one, "confirm"),
                proposed.etag());
    }

    private static Map<String, Object> grade(Appraisal.Verdict verdict) {
        return Body.of("memberNumber", verdict.member().memberNumber(), "grade", verdict.grade(), "ungradedReason",
                verdict.ungradedReason(), "explanation", verdict.explanation(), "tookPart", verdict.tookPart());
    }

    private String key(Appraisal one, String step) {
        return keyPrefix + "appraisal-" + one.index() + "-" + step;
    }
}
