package io.zhixing.evaluation;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.contract.Answer;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.token.Tokens;

/** A branch in a city of its own that is appraised, and the people who do it. */
final class Appraising {

    static final String ROUNDS = "/evaluation/v1/appraisal-rounds";

    final City.Organization city;
    final City.Organization committee;
    final City.Organization branch;
    final List<UUID> members;

    private Appraising(City.Organization city, City.Organization committee, List<UUID> members,
            City.Organization branch) {
        this.city = city;
        this.committee = committee;
        this.branch = branch;
        this.members = members;
    }

    /** The city has set 2016-12-31 for 2016, and the branch has studied. */
    static Appraising branchWith(int fullMembers) {
        var city = City.city();
        setYear(city, 2016, "2016-12-31");
        return below(city, City.committee(city), fullMembers);
    }

    static Appraising below(City.Organization city, City.Organization committee, int fullMembers) {
        var branch = City.branch(committee);
        City.study(branch, "2016-06-28");
        return new Appraising(city, committee, City.members(branch, fullMembers), branch);
    }

    /** A branch of one member that has recorded no study. */
    static Appraising unstudied(City.Organization city, City.Organization committee) {
        var branch = City.branch(committee);
        return new Appraising(city, committee, City.members(branch, 1), branch);
    }

    static void setYear(City.Organization city, int year, String asOf) {
        SetUp.by(Tokens.of("CAMPAIGN_OFFICER", city.code())).post("/evaluation/v1/appraisal-years",
                Map.of("organization", city.id(), "year", year, "asOf", asOf, "on", "2016-11-15"));
    }

    RequestSpecification secretary() {
        return as(secretarysTokens());
    }

    private Tokens secretarysTokens() {
        return Tokens.grant("BRANCH_SECRETARY", branch.code()).subject("secretary");
    }

    RequestSpecification officer() {
        return as(Tokens.grant("CAMPAIGN_OFFICER", committee.code()).subject("officer"));
    }

    static RequestSpecification as(Tokens tokens) {
        return given().auth().oauth2(tokens.token()).contentType(ContentType.JSON);
    }

    Response freeze(String on) {
        return freeze(freezing(on));
    }

    private Map<String, Object> freezing(String on) {
        return Map.of("organization", branch.id(), "year", 2016, "on", on);
    }

    Response freeze(Map<String, ?> body) {
        return secretary().body(body).post(ROUNDS);
    }

    /** A round whose roll is frozen. */
    Response draft() {
        return made(freeze("2017-01-04"), 201);
    }

    Response studied() {
        var draft = secretarys().post(ROUNDS, freezing("2017-01-04"));
        return made(move(secretary(), draft.id(), draft.etag(), "confirm-study", "2017-01-05", Map.of()), 200);
    }

    Response proposed(Grades grades) {
        var studied = studiedBefore();
        return made(move(secretary(), studied.id(), studied.etag(), "propose-grades", "2017-01-10", grades.body()),
                200);
    }

    Response confirmed(Grades grades) {
        var proposed = taken(studiedBefore(), "propose-grades", "2017-01-10", grades.body());
        return made(move(officer(), proposed.id(), proposed.etag(), "confirm", "2017-01-20", Map.of()), 200);
    }

    private Answer studiedBefore() {
        return taken(secretarys().post(ROUNDS, freezing("2017-01-04")), "confirm-study", "2017-01-05", Map.of());
    }

    /** A step of the secretary that no test judges. */
    private Answer taken(Answer round, String step, String on, Map<String, ?> more) {
        return secretarys().with("If-Match", round.etag()).post(ROUNDS + "/" + round.id() + "/transitions",
                bodyOf(step, on, more));
    }

    private SetUp secretarys() {
        return SetUp.by(secretarysTokens().token());
    }

    Response propose(Response round, Grades grades) {
        return move(secretary(), round, "propose-grades", "2017-01-10", grades.body());
    }

    Response confirm(Response round) {
        return move(officer(), round, "confirm", "2017-01-20", Map.of());
    }

    static Response move(RequestSpecification caller, Response round, String step, String on, Map<String, ?> more) {
        return move(caller, round.path("id"), round.header("ETag"), step, on, more);
    }

    private static Response move(RequestSpecification caller, String id, String etag, String step, String on,
            Map<String, ?> more) {
        return caller.header("If-Match", etag).body(bodyOf(step, on, more)).post(ROUNDS + "/" + id + "/transitions");
    }

    private static Map<String, Object> bodyOf(String step, String on, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("transition", step);
        body.put("on", on);
        return body;
    }

    Grades grades() {
        return new Grades();
    }

    /** All full members qualified, who took part. */
    Grades allQualified() {
        var grades = grades();
        members.forEach(member -> grades.grade(member, "QUALIFIED"));
        return grades;
    }

    /** The first two excellent, the others qualified: of five members one more than the cap. */
    Grades twoExcellent() {
        var grades = grades();
        members.subList(0, 2).forEach(member -> grades.grade(member, "EXCELLENT"));
        members.subList(2, members.size()).forEach(member -> grades.grade(member, "QUALIFIED"));
        return grades;
    }

    Response figures() {
        return figures(committee, "2016-02-28", "2017-04-26");
    }

    Response figures(City.Organization of, String from, String to) {
        return given().auth().oauth2(Tokens.of("READER", of.code())).queryParam("organization", of.code())
                .queryParam("from", from).queryParam("to", to).get("/evaluation/v1/figures");
    }

    static String value(Response figures, String code) {
        return figures.path("figures.find { it.code == '" + code + "' }.value");
    }

    private static Response made(Response answer, int status) {
        answer.then().statusCode(status);
        return answer;
    }

    /** The body of propose-grades. */
    static final class Grades {

        private final List<Map<String, Object>> lines = new ArrayList<>();
        private String excessReason;

        Grades grade(UUID member, String grade) {
            return line(Map.of("memberId", member, "grade", grade, "tookPart", true));
        }

        Grades none(UUID member, String reason, boolean tookPart) {
            return line(Map.of("memberNumber", City.numberOf(member), "ungradedReason", reason, "tookPart", tookPart));
        }

        Grades line(Map<String, Object> line) {
            lines.add(line);
            return this;
        }

        Grades because(String excess) {
            excessReason = excess;
            return this;
        }

        Map<String, Object> body() {
            return excessReason == null
                    ? Map.of("grades", lines)
                    : Map.of("grades", lines, "excessReason", excessReason);
        }
    }
}
