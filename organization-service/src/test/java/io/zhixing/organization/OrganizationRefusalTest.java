package io.zhixing.organization;

import static io.zhixing.organization.Register.DIVISIONS;
import static io.zhixing.organization.Register.ORGANIZATIONS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.refused;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class OrganizationRefusalTest {

    private static final String PRISON = "441284400";

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void an_organization_with_one_fault_is_refused_and_nothing_is_written(String what, UnaryOperator<Body> fault,
            int status, String code, String pointer) {
        // Given
        var committee = Register.committee();
        statisticalUnit();
        var body = Register.organization(Register.codeBelow(committee), "BRANCH", committee.id());
        var before = Stored.below(committee);
        // When
        var answer = Register.post(ORGANIZATIONS, fault.apply(body));
        // Then
        refused(answer, status, code);
        answer.then().body("errors.pointer", is(List.of(pointer)));
        assertEquals(before, Stored.below(committee));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("code of another superior", body -> body.with("code", "999998997"), 422,
                        "ORGANIZATION_CODE_NOT_UNDER_PARENT", "/code"),
                fault("code two levels down", body -> body.with("code", body.get("code") + "001"), 422,
                        "ORGANIZATION_CODE_NOT_UNDER_PARENT", "/code"),
                fault("type above its superior", body -> body.with("type", "LOCAL_COMMITTEE"), 422,
                        "ORGANIZATION_TYPE_NOT_UNDER_PARENT", "/type"),
                fault("no such division", body -> body.with("areaCode", "999999"), 422, "AREA_UNKNOWN", "/areaCode"),
                fault("a division that is no place", body -> body.with("areaCode", PRISON), 422, "AREA_NOT_A_PLACE",
                        "/areaCode"),
                fault("set up tomorrow", body -> body.with("establishedOn", Days.tomorrow()), 422, "DAY_IN_FUTURE",
                        "/establishedOn"),
                fault("no such superior", body -> body.with("parentId", UUID.randomUUID().toString()), 422,
                        "REFERENCE_UNKNOWN", "/parentId"),
                fault("no superior", body -> body.without("parentId"), 422, "REFERENCE_UNKNOWN", "/parentId"),
                fault("credit code of another form", body -> body.with("unitCreditCode", "91999999MI00000154"), 422,
                        "CREDIT_CODE_INVALID", "/unitCreditCode"),
                fault("code that is no number", body -> body.with("code", "00A"), 400, "VALIDATION_FAILED", "/code"),
                fault("code of nine levels", body -> body.with("code", "001".repeat(9)), 400, "VALIDATION_FAILED",
                        "/code"),
                fault("blank name", body -> body.with("name", "  "), 400, "VALIDATION_FAILED", "/name"),
                fault("name of 201 characters", body -> body.with("name", "党".repeat(201)), 400, "VALIDATION_FAILED",
                        "/name"),
                fault("no type", body -> body.without("type"), 400, "VALIDATION_FAILED", "/type"),
                fault("unknown type", body -> body.with("type", "CELL"), 400, "FIELD_WRONG_TYPE", "/type"),
                fault("name that is a number", body -> body.raw("name", "5"), 400, "FIELD_WRONG_TYPE", "/name"),
                fault("a day that does not exist", body -> body.with("establishedOn", "2010-02-30"), 400,
                        "FIELD_WRONG_TYPE", "/establishedOn"),
                fault("superior by another form", body -> body.with("parentId", "001"), 400, "FIELD_WRONG_TYPE",
                        "/parentId"),
                fault("read-only state", body -> body.with("state", "ACTIVE"), 400, "FIELD_READ_ONLY", "/state"),
                fault("unknown field", body -> body.raw("zz", "1"), 400, "FIELD_UNKNOWN", "/zz"));
    }

    @Test
    void all_faults_of_an_organization_are_told_together() {
        // Given
        var committee = Register.committee();
        var body = Register.organization("999998997", "LOCAL_COMMITTEE", committee.id()).with("kind", "JOINT")
                .with("areaCode", "999999").with("unitCreditCode", "x");
        // When
        var answer = Register.post(ORGANIZATIONS, body);
        // Then
        answer.then().statusCode(422).body("errors.code",
                hasItems("ORGANIZATION_TYPE_NOT_UNDER_PARENT", "ORGANIZATION_CODE_NOT_UNDER_PARENT", "AREA_UNKNOWN",
                        "CREDIT_CODE_INVALID", "BRANCH_KIND_WITHOUT_BRANCH"));
    }

    @Test
    void a_code_is_given_once_and_the_refused_second_costs_no_place() {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var before = Stored.below(committee);
        // When
        var second = Register.post(ORGANIZATIONS, Register.organization(branch.code(), "BRANCH", committee.id()));
        // Then
        refused(second, 409, "ORGANIZATION_CODE_TAKEN");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_leading_group_directs_no_organization() {
        // Given
        var root = new Register.Organization(Register.rootId(), Register.ROOT, null);
        var group = Register.below(root, "LEADING_GROUP");
        // When
        var answer = Register.post(ORGANIZATIONS,
                Register.organization(Register.codeBelow(group), "PRIMARY_COMMITTEE", group.id()));
        // Then
        refused(answer, 422, "ORGANIZATION_TYPE_NOT_UNDER_PARENT");
    }

    @Test
    void a_credit_code_whose_check_character_is_wrong_is_taken_and_marked() {
        // Given
        var committee = Register.committee();
        var doubtful = Register.organization(Register.codeBelow(committee), "BRANCH", committee.id())
                .with("unitCreditCode", "91999999MA00000155");
        var right = Register.organization(Register.codeBelow(committee), "BRANCH", committee.id())
                .with("unitCreditCode", "91999999ma00000154");
        // When
        var marked = Register.post(ORGANIZATIONS, doubtful);
        var unmarked = Register.post(ORGANIZATIONS, right);
        // Then
        marked.then().statusCode(201).body("unitCreditCodeDoubtful", is(true));
        unmarked.then().statusCode(201).body("unitCreditCodeDoubtful", is(false)).body("unitCreditCode",
                is("91999999MA00000154"));
        Register.get(Register.officer(), ORGANIZATIONS + "/" + committee.id()).then().body("unitCreditCodeDoubtful",
                nullValue());
    }

    @Test
    void the_superior_must_lie_in_the_callers_scope_and_the_role_above_the_new_organization() {
        // Given
        var mine = Register.committee();
        var other = Register.committee();
        var before = Stored.below(other);
        var body = Register.organization(Register.codeBelow(other), "BRANCH", other.id());
        // When
        var outside = Register.post(Tokens.of("CAMPAIGN_OFFICER", mine.code()), ORGANIZATIONS, body);
        var reader = Register.post(Tokens.of("READER", other.code()), ORGANIZATIONS, body);
        var officerElsewhere = Register.post(
                Tokens.grant("READER", other.code()).and("CAMPAIGN_OFFICER", mine.code()).token(), ORGANIZATIONS, body);
        // Then
        refused(outside, 422, "REFERENCE_UNKNOWN");
        refused(reader, 403, "FORBIDDEN");
        refused(officerElsewhere, 403, "FORBIDDEN");
        assertEquals(before, Stored.below(other));
    }

    @Test
    void an_organization_is_activated_by_its_superior_on_a_day_since_it_was_set_up() {
        // Given
        var committee = Register.committee();
        var address = ORGANIZATIONS + "/" + committee.id();
        var itself = Tokens.of("CAMPAIGN_OFFICER", committee.code());
        var before = Stored.below(committee);
        // When
        var byItself = Register.move(itself, address, committee.etag(), "activate", "2012-01-04");
        var early = Register.activate(committee, committee.etag(), "2010-06-30");
        var tomorrow = Register.activate(committee, committee.etag(),
                Days.tomorrow());
        // Then
        refused(byItself, 403, "FORBIDDEN");
        refused(early, 422, "TRANSITION_DAY_INVALID");
        refused(tomorrow, 422, "TRANSITION_DAY_INVALID");
        assertEquals(before, Stored.below(committee));
    }

    @Test
    void a_division_is_registered_once_below_its_own_kind_of_parent_and_by_the_city() {
        // Given
        var committee = Register.committee();
        statisticalUnit();
        var county = "{\"code\":\"441284\",\"name\":\"四会市\",\"level\":\"COUNTY\",\"parentCode\":\"441200\"}";
        var village = "{\"code\":\"441284400001\",\"name\":\"示例村\",\"level\":\"VILLAGE\",\"parentCode\":\"441284\"}";
        // When
        var again = Register.post(DIVISIONS, county);
        var wrongParent = Register.post(DIVISIONS, village);
        var byCounty = Register.post(Tokens.of("CAMPAIGN_OFFICER", committee.code()), DIVISIONS, county);
        // Then
        refused(again, 409, "DIVISION_CODE_TAKEN");
        refused(wrongParent, 422, "DIVISION_PARENT_WRONG");
        refused(byCounty, 403, "FORBIDDEN");
    }

    @Test
    void a_code_that_is_withdrawn_stays_with_its_days_and_what_is_valid_on_a_day_is_found() {
        // Given
        var code = "4412%02d%03d".formatted(50 + Register.next() % 30, Register.next() % 1000);
        statisticalUnit();
        var county = DIVISIONS + "/" + code;
        Register.post(DIVISIONS, new Body().with("code", code).with("name", "示例镇").with("level", "TOWN")
                .with("parentCode", "441284").with("validFrom", "1988-01-07")).then().statusCode(201);
        // When
        var withdrawn = Register.put(officer(), county + "/validity", "\"v1\"",
                new Body().with("validFrom", "1988-01-07").with("validTo", "2015-12-01"));
        var again = Register.put(officer(), county + "/validity", "\"v2\"",
                new Body().with("validFrom", "1988-01-07").with("validTo", "2015-12-01"));
        var stale = Register.put(officer(), county + "/validity", "\"v1\"", new Body());
        var backwards = Register.put(officer(), county + "/validity", "\"v2\"",
                new Body().with("validFrom", "2015-12-01").with("validTo", "2015-12-01"));
        // Then
        withdrawn.then().statusCode(200).body("validTo", is("2015-12-01")).body("version", is(2));
        refused(again, 422, "CORRECTION_CHANGES_NOTHING");
        refused(stale, 412, "PRECONDITION_FAILED");
        refused(backwards, 422, "DAYS_INCONSISTENT");
        var list = DIVISIONS + "?code=" + code + "&validOn=";
        assertEquals(List.of(0, 1, 1, 0),
                Stream.of("1988-01-06", "1988-01-07", "2015-11-30", "2015-12-01")
                        .map(day -> Register.get(officer(), list + day).<Integer>path("items.size()")).toList());
        assertEquals("2015-12-01", OutboxProbe.ofTheService().events(withdrawn.path("id"), 2).get(1).payload()
                .path("validTo").asText());
    }

    @Test
    void nothing_is_set_up_in_or_goes_to_a_division_from_the_day_on_which_its_code_is_withdrawn() {
        // Given
        var code = "4412%02d%03d".formatted(50 + Register.next() % 30, Register.next() % 1000);
        statisticalUnit();
        Register.post(DIVISIONS, new Body().with("code", code).with("name", "示例镇").with("level", "TOWN")
                .with("parentCode", "441284").with("validTo", "2015-12-01")).then().statusCode(201);
        var committee = Register.committee();
        var elsewhere = Register.below(committee, "BRANCH");
        // When
        var late = Register.post(ORGANIZATIONS, setUpIn(code, committee, "2015-12-01"));
        var inTime = Register.post(ORGANIZATIONS, setUpIn(code, committee, "2015-11-30"));
        var moved = Turn.of(elsewhere, "change-type", "2015-12-01", Turn.because("更正").with("areaCode", code));
        // Then
        refused(late, 422, "AREA_WITHDRAWN");
        inTime.then().statusCode(201);
        refused(moved, 422, "AREA_WITHDRAWN");
    }

    private static Body setUpIn(String area, Register.Organization parent, String day) {
        return Register.organization(Register.codeBelow(parent), "BRANCH", parent.id()).with("areaCode", area)
                .with("establishedOn", day);
    }

    @Test
    void the_address_of_a_division_with_a_character_that_nobody_sees_leads_nowhere() {
        // Given
        var committee = Register.committee();
        var reader = Tokens.of("READER", committee.code());
        // When
        var there = Register.get(reader, DIVISIONS + "/" + Register.CITY);
        var nowhere = Register.get(reader, DIVISIONS + "/" + Register.CITY + "%00");
        // Then
        there.then().statusCode(200);
        refused(nowhere, 404, "NOT_FOUND");
    }

    private static void statisticalUnit() {
        Register.post(DIVISIONS,
                "{\"code\":\"441284\",\"name\":\"四会市\",\"level\":\"COUNTY\",\"parentCode\":\"441200\"}");
        Register.post(DIVISIONS,
                "{\"code\":\"441284400\",\"name\":\"示例单位\",\"level\":\"TOWN\",\"parentCode\":\"441284\",\"notAPlace\":true}");
    }

    private static Arguments fault(String what, UnaryOperator<Body> fault, int status, String code, String pointer) {
        return Arguments.of(what, fault, status, code, pointer);
    }
}
