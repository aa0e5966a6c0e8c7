package io.zhixing.organization.structure;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** The other sides that the rows of a file name, by one statement. */
@ApplicationScoped
public class SidesNamed {

    private final AgroalDataSource database;

    SidesNamed(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * As {@link Sides#side}, by what names them.
     *
     * @param references ids or codes; null ones are left out
     */
    public Map<String, Sides.Side> of(Collection<String> references) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select n.reference, s.id, s.path, s.type, s.state, s.established_on
                from unnest(?::text[]) as n (reference) cross join lateral transfer_side(n.reference) s""")) {
            statement.setArray(1, connection.createArrayOf("text",
                    references.stream().filter(Objects::nonNull).distinct().toArray()));
            var sides = new HashMap<String, Sides.Side>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sides.put(rows.getString(1),
                            new Sides.Side(rows.getObject(2, UUID.class), rows.getString(3),
                                    OrganizationType.valueOf(rows.getString(4)),
                                    OrganizationState.valueOf(rows.getString(5)),
                                    rows.getObject(6, LocalDate.class)));
                }
            }
            return sides;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
