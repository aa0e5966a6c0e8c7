package io.zhixing.platform.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import org.junit.jupiter.api.Test;

/** The platform would read the same in a library for dentists: no name in it is a word of the campaign. */
class PlatformWordsTest {

    /**
     * "member" names the person who calls (claim {@code zhixing_member}), "organization" what a grant is on, and
     * "session" is Hibernate's: these three are mechanism here.
     */
    private static final Set<String> CAMPAIGN = Set.of("party", "branch", "committee", "secretary", "ballot", "vote",
            "fund", "disbursement", "study", "lecture", "attendance", "appraisal", "poverty", "village", "household",
            "campaign", "congress", "dues", "division");

    @Test
    void no_name_in_the_platform_is_a_word_of_the_campaign() {
        // Given
        var platform = HouseClasses.all().that(JavaClass.Predicates.resideInAPackage("io.zhixing.platform.."));
        // When
        var found = platform.stream().flatMap(PlatformWordsTest::names)
                .filter(name -> words(name).anyMatch(CAMPAIGN::contains)).sorted().toList();
        // Then
        assertTrue(platform.size() > 30, "the platform was not found on the class path");
        assertEquals(List.of(), found, "meaning belongs into a service");
    }

    @Test
    void a_word_is_found_inside_a_longer_name() {
        assertTrue(words("closeBallotBox").anyMatch(CAMPAIGN::contains));
        assertTrue(words("io.zhixing.platform.FUND_CLOSED").anyMatch(CAMPAIGN::contains));
    }

    private static Stream<String> names(JavaClass type) {
        return Stream.concat(Stream.of(type.getName()), type.getMembers().stream().map(JavaMember::getFullName));
    }

    /** {@code io.zhixing.Foo.closeBallotBox(int)} in lower-case words. */
    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("\\(")[0].replaceAll("([a-z])([A-Z])", "$1 $2").split("[^A-Za-z]+"))
                .map(word -> word.toLowerCase(Locale.ROOT));
    }
}
