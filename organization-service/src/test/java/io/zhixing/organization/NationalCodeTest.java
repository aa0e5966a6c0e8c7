package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes by which members are described, as readers and other systems learn what they mean. */
@QuarkusTest
class NationalCodeTest {

    private static final String CODES = "/organization/v1/national-codes";

    @Test
    void a_list_has_every_code_of_its_standard_with_its_names() {
        // Given
        var reader = Tokens.of("READER", Register.branch().code());
        var standing = new ArrayList<>(IntStream.rangeClosed(1, 56).mapToObj("%02d"::formatted).toList());
        standing.addAll(List.of("97", "98"));
        // When
        var ethnicities = Register.get(reader, CODES + "?list=ETHNICITY&limit=200&count=true");
        var hui = Register.get(reader, CODES + "?list=ETHNICITY&code=03");
        var sexes = Register.get(reader, CODES + "?list=SEX");
        // Then
        ethnicities.then().body("total", is(58)).body("items.standard", everyItem(startsWith("GB/T 3304")));
        assertEquals(standing, ethnicities.path("items.code"));
        hui.then().body("items.nameZh", is(List.of("回族"))).body("items.nameEn", is(List.of("Hui")));
        sexes.then().body("items.code", is(List.of("0", "1", "2", "9")));
    }

    @Test
    void the_lists_are_exported_as_they_stand() {
        // When
        var csv = given().auth().oauth2(Register.officer()).accept("text/csv").get(CODES + "?header=zh");
        // Then
        csv.then().statusCode(200);
        assertEquals(1 + 58 + 4, csv.asString().split("\r\n").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "56", "97", "98"})
    void a_member_is_of_any_of_the_ethnicities_listed(String code) {
        // Given
        var branch = Register.branch();
        // When
        var enrolled = Register.post(Register.MEMBERS, MemberText.full(branch.id()).with("ethnicityCode", code));
        // Then
        enrolled.then().statusCode(201).body("ethnicityCode", is(code));
    }
}
