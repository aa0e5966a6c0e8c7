package io.zhixing.sample;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountedPageTest {

    private static final int ROUNDS = 45;
    private static final int WRITES_A_ROUND = 4;

    @Inject
    Folders folders;

    @Test
    void a_page_and_its_total_are_of_one_moment_while_others_write() {
        // Given
        var folder = folders.top();
        var reader = Tokens.of("READER", folder.code());
        var differing = new ArrayList<String>();
        // When
        for (int round = 0; round < ROUNDS; round++) {
            var writing = CompletableFuture.runAsync(() -> write(folder));
            var page = given().auth().oauth2(reader).queryParam("limit", ROUNDS * WRITES_A_ROUND)
                    .queryParam("count", true).get("/sample/v1/notes");
            int shown = page.path("items.size()");
            int total = page.path("total");
            if (shown != total) {
                differing.add(shown + " rows, total " + total);
            }
            writing.join();
        }
        // Then
        assertEquals(List.of(), differing);
    }

    private static void write(Folders.Folder folder) {
        var database = Database.asApplication().within(folder.path());
        for (int i = 0; i < WRITES_A_ROUND; i++) {
            database.query("""
                    insert into note (id, folder_id, organization_path, title, written_on, version)
                    values (?, ?, ?, ?, '2016-07-01', 1) returning id""", row -> row.getString(1), Ids.next(),
                    folder.id(), folder.path(), Imports.title());
        }
    }
}
