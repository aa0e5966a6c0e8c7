package io.zhixing.platform.access;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The statement that enters a caller's scope for a transaction, and its answer: where the organizations are now that his
 * grants and his question name.
 *
 * @param granted organizations of the caller's grants, by id or code
 * @param sought organization that the call asks for, or null
 */
record Entrance(List<String> granted, String sought) {

    static final String SQL = "select reference, id, path from enter_scope(?, ?, ?, ?)";

    /** An organization as it was named. */
    record Named(String reference, UUID id, String path) {}

    /** @return the position behind what it has bound */
    int bind(PreparedStatement statement, boolean reading, String author) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("text", granted.toArray()));
        statement.setBoolean(2, reading);
        statement.setString(3, author);
        statement.setString(4, sought);
        return 5;
    }

    static List<Named> read(ResultSet rows) throws SQLException {
        var named = new ArrayList<Named>();
        while (rows.next()) {
            named.add(new Named(rows.getString(1), rows.getObject(2, UUID.class), rows.getString(3)));
        }
        return List.copyOf(named);
    }

    /** The subtrees of these of the caller's grants whose organizations are there. */
    static Scope scope(List<Named> named, List<Grant> grants) {
        var reaches = new ArrayList<Scope.Reach>();
        for (var place : named) {
            grants.stream().filter(grant -> grant.organization().equals(place.reference()))
                    .forEach(grant -> reaches.add(new Scope.Reach(grant.role(), place.id(), place.path())));
        }
        return new Scope(List.copyOf(reaches));
    }

    Optional<Access.Located> found(List<Named> named) {
        return named.stream().filter(place -> place.reference().equals(sought)).reduce((first, last) -> last)
                .map(place -> new Access.Located(place.id(), place.path()));
    }
}
