package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.SampleCity;
import org.junit.jupiter.api.Test;

class PersonaTest {

    private final SampleCity city = SampleCity.of(1, 0.01);
    private final List<Persona> personas = Persona.of(city);

    @Test
    void are_granted_rights_on_organizations_of_the_city_only() {
        // Given
        var codes = city.organizations().stream().map(Organization::code).collect(Collectors.toSet());

        // Then
        for (var persona : personas) {
            assertTrue(codes.containsAll(persona.grants().values()), persona.client());
        }
    }

    @Test
    void are_a_member_in_their_token_once_the_member_is_known() {
        // Given
        var member = personas.stream().filter(one -> one.client().equals("member")).findFirst().orElseThrow();

        // When
        var unknown = member.claims(Map.of());
        var known = member.claims(Map.of(member.memberNumber(), "0190d5a0-0000-7000-8000-000000000001"));

        // Then
        assertFalse(unknown.containsKey("zhixing_member"));
        assertEquals("0190d5a0-0000-7000-8000-000000000001", known.get("zhixing_member"));
    }

    @Test
    void keep_the_three_administrators_apart_from_each_other_and_from_data() {
        // When
        var administrators = personas.stream().filter(one -> one.client().endsWith("-administrator")
                && !one.client().startsWith("county")).toList();

        // Then
        assertEquals(3, administrators.size());
        administrators.forEach(one -> assertEquals(1, one.grants().size(), one.client()));
    }

    /** The root has no superior: what one officer proposed there, another one confirms. */
    @Test
    void have_two_officers_at_the_root_whose_tokens_are_not_of_one_subject() {
        // When
        var officers = personas.stream().filter(one -> one.grants().equals(Map.of("CAMPAIGN_OFFICER", "001"))).toList();

        // Then
        assertEquals(2, officers.stream().map(one -> one.claims(Map.of()).get("sub")).distinct().count());
    }

    @Test
    void can_each_be_chosen_on_the_sign_in_page() {
        // When
        var page = Pages.signIn(personas, Map.of());

        // Then
        for (var persona : personas) {
            assertTrue(page.contains("name=\"username\" value=\"" + persona.client() + "\""), persona.client());
        }
        assertFalse(page.contains("{{"), page);
        assertFalse(page.contains("http"), "nothing is loaded from elsewhere");
    }
}
