package io.zhixing.session;

import static io.restassured.RestAssured.given;
import static io.zhixing.session.SessionText.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;

/** The figures of an organization as a reader asks for them. */
final class FiguresText {

    private static final String[] CODES = {"SESSION_COUNT", "SECRETARY_LECTURE_COUNT", "ATTENDANCE_RATE"};

    private final City.Branch organization;
    private final Response answer;

    private FiguresText(City.Branch organization, Response answer) {
        this.organization = organization;
        this.answer = answer;
    }

    static FiguresText of(City.Branch organization) {
        return of(organization, "2016-01-01", City.today().toString());
    }

    static FiguresText of(City.Branch organization, String from, String to) {
        return of(organization, Map.of("from", from, "to", to));
    }

    static FiguresText of(City.Branch organization, Map<String, String> asked) {
        var answer = reader(organization).queryParam("organization", organization.code()).queryParams(asked)
                .get("/session/v1/figures");
        answer.then().statusCode(200);
        return new FiguresText(organization, answer);
    }

    Response answer() {
        return answer;
    }

    String value(String code) {
        return field(code, "value");
    }

    String field(String code, String field) {
        return answer.jsonPath().getString("figures.find { it.code == '%s' }.%s".formatted(code, field));
    }

    /** The lists behind the figures hold exactly as many records as were counted. */
    FiguresText equalTheirRecords() {
        for (var code : CODES) {
            var counted = field(code, code.endsWith("RATE") ? "numerator" : "value");
            var records = given().auth().oauth2(Tokens.of("READER", organization.code())).urlEncodingEnabled(false)
                    .get(field(code, "records") + "&count=true");
            assertEquals(counted, records.then().statusCode(200).extract().path("total").toString(), code);
        }
        return this;
    }
}
