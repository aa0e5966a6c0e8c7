package io.zhixing.city.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import io.zhixing.city.CityFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void lets_one_launcher_in_and_refuses_the_second() {
        // Given
        try (var held = DataFolder.open(parent.resolve("data"))) {

            // When
            var failure = assertThrows(CityFailure.class, () -> DataFolder.open(parent.resolve("data")));

            // Then
            assertTrue(failure.line().contains("Another launcher holds the data folder"), failure.line());
        }
    }

    @Test
    void refuses_data_of_another_major_version() {
        // Given
        try (var data = DataFolder.open(parent.resolve("data"))) {
            data.write("versions.json", Map.of("city", "1", "postgres", "16", "kafka", "4"));

            // When
            var failure = assertThrows(CityFailure.class, data::requireOwnVersions);

            // Then
            assertTrue(failure.line().contains("--fresh"), failure.line());
        }
    }

    @Test
    void never_takes_a_folder_with_other_things_for_its_own() throws IOException {
        // Given
        var folder = Files.createDirectory(parent.resolve("thesis"));
        Files.writeString(folder.resolve("chapter1.txt"), "years of work");

        // When
        assertThrows(CityFailure.class, () -> DataFolder.open(folder));

        // Then
        assertTrue(Files.exists(folder.resolve("chapter1.txt")));
    }

    @Test
    void empties_everything_but_the_lock_and_keeps_data_otherwise() {
        // Given
        var folder = parent.resolve("data");
        try (var data = DataFolder.open(folder)) {
            data.requireOwnVersions();
            data.write("sample.json", Map.of("seed", "1"));
        }

        // When
        try (var again = DataFolder.open(folder)) {
            again.requireOwnVersions();

            // Then
            assertEquals("1", again.read("sample.json").orElseThrow().get("seed"));
            again.empty();
            assertTrue(again.read("sample.json").isEmpty());
            assertThrows(CityFailure.class, () -> DataFolder.open(folder));
        }
    }

    @Test
    void is_still_known_as_a_city_s_wherever_its_emptying_is_cut_short() throws IOException {
        // Given
        var folder = parent.resolve("data");
        try (var data = DataFolder.open(folder)) {
            data.requireOwnVersions();
            data.write("services/session/application.properties", Map.of());
            data.write("kafka/server.properties", Map.of());
            data.write("zeal.json", Map.of());

            // When
            var order = data.toEmpty();

            // Then
            assertEquals(folder.resolve("versions.json"), order.get(order.size() - 1), order.toString());
            for (var file : order.subList(0, order.size() - 1)) {
                Files.delete(file);
            }
        }
        try (var again = DataFolder.open(folder)) {
            again.empty();
        }
        DataFolder.open(folder).close();
    }

    @Test
    void is_known_as_a_city_s_when_its_first_marking_was_cut_short() throws IOException {
        // Given
        var folder = Files.createDirectory(parent.resolve("data"));
        Files.writeString(folder.resolve("versions.json.new"), "{");
        // When
        try (var data = DataFolder.open(folder)) {
            data.requireOwnVersions();
            // Then
            assertTrue(Files.exists(data.path("versions.json")));
        }
    }

    @Test
    void writes_files_that_nobody_else_can_read() throws IOException {
        // Given
        try (var data = DataFolder.open(parent.resolve("data"))) {

            // When
            data.write("secrets.json", Map.of("key", "value"));

            // Then
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path("secrets.json"))));
        }
    }

    @Test
    void says_so_in_one_line_when_the_folder_cannot_be_made() throws IOException {
        // Given
        var file = Files.writeString(parent.resolve("file"), "not a folder");

        // When
        var failure = assertThrows(CityFailure.class, () -> DataFolder.open(file.resolve("data")));

        // Then
        assertFalse(failure.line().contains("\n"), failure.line());
        assertTrue(failure.line().contains("cannot be written"), failure.line());
    }

    @Test
    void says_so_when_the_disk_has_not_enough_room() {
        // Given
        try (var data = DataFolder.open(parent.resolve("data"))) {

            // When
            var failure = assertThrows(CityFailure.class, () -> data.requireSpace(Long.MAX_VALUE));

            // Then
            assertTrue(failure.line().contains("The disk is full"), failure.line());
        }
    }
}
