package io.zhixing.organization;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;

/** Rows of files, and what is held of a file as a whole: a dry run answers as the real one, rows cost no statements. */
final class Row {

    private Row() {}

    static String csv(String header, String... rows) {
        return header + "\r\n" + Arrays.stream(rows).map(row -> row + "\r\n").collect(Collectors.joining());
    }

    /** A member of this branch by his number, which files name him by. */
    static String number(Register.Organization branch) {
        var text = MemberText.full(branch.id());
        Register.setUp().post(Register.MEMBERS, text);
        return text.get("memberNumber");
    }

    static String id(String number) {
        return Register.setUp().get(Register.MEMBERS + "?memberNumber=" + number).json().at("/items/0/id").asText();
    }

    /** How the single call answers, in the words of a row's result. */
    static String refusal(Response answer) {
        List<String> codes = answer.path("errors.code");
        return "REJECTED " + (codes == null ? answer.<String>path("code") : String.join(" ", codes));
    }

    /** Statements of an import on tables that match, in no order. */
    static List<String> statements(String kind, String file, String tables) {
        var statements = Statements.of(Database.asApplication(), () -> Imports.of(kind).ended(file));
        return statements.list().stream().map(Statements.Counted::toString)
                .filter(line -> line.matches("(?s).*\\b(" + tables + "|append_events)\\b.*")).sorted().toList();
    }
}
