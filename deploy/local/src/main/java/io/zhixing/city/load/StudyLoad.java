package io.zhixing.city.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.city.sample.SampleCity;

/** The study sessions with their attendance and lectures, one a line. */
final class StudyLoad {

    private static final int ROWS_PER_FILE = 5_000;

    private final SampleCity city;
    private final Api api;
    private final String keyPrefix;

    StudyLoad(SampleCity city, Api api, String keyPrefix) {
        this.city = city;
        this.api = api;
        this.keyPrefix = keyPrefix;
    }

    void load(Crew crew) {
        var sessions = city.sessions();
        crew.job("学习活动", "study sessions", sessions.size(),
                bar -> new ImportCall(api, "session", "sessions", "application/x-ndjson", ROWS_PER_FILE).load(
                        sessions.size(), "", (place, file) -> Requests.sessionLine(sessions.get(place),
                                city.attendance().of(sessions.get(place)), file),
                        keyPrefix + "sessions", bar, StudyLoad::isNotYetKnown));
    }

    /** The directory hears of organizations and members about a second after the register: such a row is sent again. */
    private static boolean isNotYetKnown(JsonNode result) {
        for (var error : result.path("errors")) {
            var code = error.path("code").asText();
            if (!code.equals("REFERENCE_UNKNOWN") && !code.equals("ORGANIZATION_NOT_ACTIVE")) {
                return false;
            }
        }
        return true;
    }
}
