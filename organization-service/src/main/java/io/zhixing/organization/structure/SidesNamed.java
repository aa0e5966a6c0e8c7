package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** The other sides that the rows of a file name, by one statement. */
@ApplicationScoped
public class SidesNamed {

    private final Sql database;

    SidesNamed(Sql database) {
        this.database = database;
    }

    /**
     * As {@link Sides#side}, by what names them.
     *
     * @param references ids or codes; null ones are left out
     */
    public Map<String, Sides.Side> of(Collection<String> references) {
        return database.map("""
                select n.reference, s.id, s.path, s.type, s.state, s.established_on
                from unnest(?::text[]) as n (reference) cross join lateral transfer_side(n.reference) s""",
                row -> row.getString(1),
                row -> new Sides.Side(row.getObject(2, UUID.class), row.getString(3),
                        OrganizationType.valueOf(row.getString(4)), OrganizationState.valueOf(row.getString(5)),
                        row.getObject(6, LocalDate.class)),
                SqlArray.texts(references.stream().filter(Objects::nonNull).distinct().toList()));
    }
}
