package io.zhixing.platform.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompiledPathsTest {

    @BeforeAll
    static void install() {
        CompiledPaths.install();
    }

    @Test
    void one_path_finds_in_each_document_what_stands_there() {
        // Given
        var path = "mills.findAll { it.wheels > 1 }.name";
        // When
        var first = JsonPath.from("{\"mills\":[{\"name\":\"a\",\"wheels\":1},{\"name\":\"b\",\"wheels\":2}]}")
                .get(path);
        var second = JsonPath.from("{\"mills\":[{\"name\":\"c\",\"wheels\":3}]}").get(path);
        // Then
        assertEquals(List.of("b"), first);
        assertEquals(List.of("c"), second);
        assertTrue(CompiledPaths.compiled().stream().anyMatch(script -> script.endsWith(path)), "kept");
    }

    @Test
    void what_is_not_there_is_null_and_a_path_with_parameters_is_the_library_s_own() {
        // Given
        var document = JsonPath.from("{\"mills\":[{\"name\":\"a\"}]}");
        // Then
        assertNull(document.get("mill"));
        assertEquals("a", document.param("wanted", "a").get("mills.find { it.name == wanted }.name"));
    }

    @Test
    void a_path_that_is_none_is_refused_as_before() {
        assertThrows(IllegalArgumentException.class, () -> JsonPath.from("{\"mills\":[]}").get("mills.("));
    }
}
