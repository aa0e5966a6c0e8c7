package io.zhixing.platform.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PathTemplateTest {

    @Property
    boolean a_path_of_literals_fits_itself_and_any_of_its_segments_may_be_a_variable(
            @ForAll @Size(min = 1, max = 6) List<@AlphaChars @StringLength(min = 1, max = 5) String> segments,
            @ForAll int chosen) {
        var path = "/" + String.join("/", segments);
        var open = PathTemplate
                .of(path.replaceFirst("/" + segments.get(Math.floorMod(chosen, segments.size())) + "(?=/|$)",
                        "/{x}"));
        return PathTemplate.of(path).fits(path) && open.fits(path)
                && PathTemplate.LITERAL_FIRST.compare(PathTemplate.of(path), open) < 0;
    }

    @Test
    void the_first_segment_that_differs_decides() {
        // Given
        var early = PathTemplate.of("/a/{x}/b/c");
        var late = PathTemplate.of("/a/b/{x}/{y}");
        // When
        var first = List.of(early, late).stream().min(PathTemplate.LITERAL_FIRST).orElseThrow();
        // Then
        assertEquals(late, first);
    }

    @Test
    void a_variable_stands_for_one_segment_that_is_not_empty() {
        // Given
        var template = PathTemplate.of("/a/{x}");
        // Then
        assertTrue(template.fits("/a/1"));
        assertFalse(template.fits("/a/"));
        assertFalse(template.fits("/a/1/2"));
    }
}
