package io.zhixing.organization;

import static io.zhixing.organization.Register.MEMBERS;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class MemberRefusalTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void an_enrolment_with_one_fault_is_refused_and_nothing_is_written(String what, UnaryOperator<Body> fault,
            int status, String code, String pointer) {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var before = Stored.below(committee);
        // When
        var answer = Register.post(MEMBERS, fault.apply(MemberText.full(branch.id())));
        // Then
        refused(answer, status, code);
        answer.then().body("errors.pointer", is(List.of(pointer)));
        assertEquals(before, Stored.below(committee));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("no such branch", body -> body.with("organizationId", UUID.randomUUID().toString()), 422,
                        "REFERENCE_UNKNOWN", "/organizationId"),
                fault("wrong check character", body -> body.with("idNumber", otherCheckCharacter(body)), 422,
                        "ID_NUMBER_INVALID", "/idNumber"),
                fault("ID number of another birth date", body -> body.with("birthDate", "1905-01-01"), 422,
                        "ID_NUMBER_BIRTH_DATE_MISMATCH", "/idNumber"),
                fault("ID number of another sex", body -> body.with("sexCode", "2"), 422, "ID_NUMBER_SEX_MISMATCH",
                        "/idNumber"),
                fault("no such ethnicity", body -> body.with("ethnicityCode", "57"), 422, "ETHNICITY_UNKNOWN",
                        "/ethnicityCode"),
                fault("full member without the day since when", body -> body.without("fullSince"), 422,
                        "FULL_SINCE_REQUIRED", "/fullSince"),
                fault("probationary member since a day", body -> body.with("memberType", "PROBATIONARY"), 422,
                        "FULL_SINCE_REQUIRED", "/fullSince"),
                fault("on the roll tomorrow", body -> body.with("onRollFrom", Days.tomorrow()), 422, "DAY_IN_FUTURE",
                        "/onRollFrom"),
                fault("full member tomorrow", body -> body.with("fullSince", Days.tomorrow()), 422, "DAY_IN_FUTURE",
                        "/fullSince"),
                fault("full member before joining", body -> body.with("fullSince", "1925-06-30"), 422,
                        "DAYS_INCONSISTENT", "/fullSince"),
                fault("on the roll before the branch was set up", body -> body.with("onRollFrom", "2010-06-30"), 422,
                        "DAYS_INCONSISTENT", "/onRollFrom"),
                fault("no ID number", body -> body.without("idNumber"), 400, "VALIDATION_FAILED", "/idNumber"),
                fault("member number of another form", body -> body.with("memberNumber", "m 1"), 400,
                        "VALIDATION_FAILED", "/memberNumber"),
                fault("name of 101 characters", body -> body.with("name", "甲".repeat(101)), 400, "VALIDATION_FAILED",
                        "/name"),
                fault("sex not stated", body -> body.with("sexCode", "9"), 400, "VALIDATION_FAILED", "/sexCode"),
                fault("ID number as a number", body -> body.raw("idNumber", "999999190001010015"), 400,
                        "FIELD_WRONG_TYPE", "/idNumber"),
                fault("unknown type", body -> body.with("memberType", "HONORARY"), 400, "FIELD_WRONG_TYPE",
                        "/memberType"),
                fault("a day with a time", body -> body.with("joinedOn", "1925-07-01T00:00:00Z"), 400,
                        "FIELD_WRONG_TYPE", "/joinedOn"),
                fault("read-only status", body -> body.with("status", "ACTIVE"), 400, "FIELD_READ_ONLY", "/status"),
                fault("unknown field", body -> body.raw("zz", "null"), 400, "FIELD_UNKNOWN", "/zz"));
    }

    @Test
    void a_day_of_joining_in_the_future_or_before_birth_contradicts_the_other_days_too() {
        // Given
        var branch = Register.branch();
        var unborn = MemberText.full(branch.id());
        // When
        var late = Register.post(MEMBERS, MemberText.full(branch.id()).with("joinedOn", Days.tomorrow()));
        var early = Register.post(MEMBERS, unborn.with("joinedOn", unborn.get("birthDate")));
        // Then
        late.then().statusCode(422).body("errors.code", hasItems("DAY_IN_FUTURE", "DAYS_INCONSISTENT"));
        refused(early, 422, "DAYS_INCONSISTENT");
    }

    @Test
    void a_member_sits_on_a_branch_only() {
        // Given
        var committee = Register.committee();
        var before = Stored.below(committee);
        // When
        var answer = Register.post(MEMBERS, MemberText.full(committee.id()));
        // Then
        refused(answer, 422, "MEMBERS_ONLY_ON_BRANCH");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_number_and_an_id_number_belong_to_one_member() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var first = MemberText.full(branch.id());
        Register.post(MEMBERS, first).then().statusCode(201);
        var before = Stored.below(committee);
        // When
        var sameNumber = Register.post(MEMBERS,
                MemberText.full(branch.id()).with("memberNumber", first.get("memberNumber")));
        var sameIdNumber = Register.post(MEMBERS, MemberText.full(branch.id())
                .with("idNumber", " " + first.get("idNumber") + " ").with("birthDate", first.get("birthDate")));
        // Then
        refused(sameNumber, 409, "MEMBER_NUMBER_TAKEN");
        refused(sameIdNumber, 409, "ID_NUMBER_TAKEN");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_clerk_enrols_in_his_own_branch_only() {
        // Given
        var mine = Register.branch();
        var other = Register.branch();
        var before = Stored.below(other);
        var clerk = Tokens.of("BRANCH_CLERK", mine.code());
        // When
        var outside = Register.post(clerk, MEMBERS, MemberText.full(other.id()));
        var reader = Register.post(Tokens.of("READER", other.code()), MEMBERS, MemberText.full(other.id()));
        var inside = Register.post(clerk, MEMBERS, MemberText.full(mine.id()));
        // Then
        refused(outside, 422, "REFERENCE_UNKNOWN");
        refused(reader, 403, "FORBIDDEN");
        inside.then().statusCode(201);
        assertEquals(before, Stored.below(other));
    }

    private static String otherCheckCharacter(Body body) {
        var number = body.get("idNumber");
        return number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
    }

    private static Arguments fault(String what, UnaryOperator<Body> fault, int status, String code, String pointer) {
        return Arguments.of(what, fault, status, code, pointer);
    }
}
