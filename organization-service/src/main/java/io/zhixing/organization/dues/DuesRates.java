package io.zhixing.organization.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;

/** The dated tables of rates. */
@ApplicationScoped
public class DuesRates {

    private static final String COLUMNS = """
            r.id, r.category, r.base_from_fen, r.base_to_fen, r.basis_points, r.least_fen, r.most_fen, r.effective_from,
            r.effective_to, r.source, r.certainty""";

    static final Listing<DuesRate> LISTING = Listing.of(DuesRate.class, COLUMNS, "dues_rate r", DuesRates::rate)
            .orderedBy("category", "r.category", "text", "r.effective_from", "date", "r.base_from_fen", "bigint",
                    "r.id", "uuid")
            .filter("category", "r.category = any (?)")
            .filter("inForceOn", "r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)");

    private final Sql database;

    DuesRates(Sql database) {
        this.database = database;
    }

    /** The bracket of this base in the table in force on that day. */
    Optional<DuesRate> inForce(DuesCategory category, long baseFen, LocalDate on) {
        return database.first("select " + COLUMNS + """
                         from dues_rate r where r.category = ? and r.base_from_fen <= ? and (r.base_to_fen is null or r.base_to_fen >= ?)
                        and r.effective_from <= ? and (r.effective_to is null or r.effective_to > ?)""",
                DuesRates::rate, category.name(), baseFen, baseFen, on, on);
    }

    /** Every table that was ever in force: some dozens of rows. */
    List<DuesRate> all() {
        return database.list("select " + COLUMNS + " from dues_rate r", DuesRates::rate);
    }

    /** One table of a category is put in force at a time: what is judged by the newest one stays true until the end. */
    void lock(DuesCategory category) {
        database.list("select id from dues_rate where category = ? order by id for update",
                row -> row.getObject(1, UUID.class), category.name());
    }

    /** The first day of the newest table of a category. */
    Optional<LocalDate> newest(DuesCategory category) {
        return database.first("select max(effective_from) from dues_rate where category = ?",
                row -> row.getObject(1, LocalDate.class), category.name());
    }

    /** From that day on the brackets replace the table before. */
    void replace(DuesCategory category, LocalDate from, List<RateBracket> brackets, String source) {
        database.update("update dues_rate set effective_to = ? where category = ? and effective_to is null", from,
                category);
        Batch.of(brackets).column("uuid", bracket -> Ids.next()).column("text", bracket -> category.name())
                .column("bigint", RateBracket::fromFen).column("bigint", RateBracket::toFen)
                .column("integer", RateBracket::basisPoints).column("date", bracket -> from)
                .column("text", bracket -> source).update(database,
                        """
                            insert into dues_rate (id, category, base_from_fen, base_to_fen, basis_points, effective_from, source, certainty)
                            select r.*, 'B' from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::integer[], ?::date[], ?::text[]) as r""");
    }

    private static DuesRate rate(ResultSet row) throws SQLException {
        return new DuesRate(row.getObject("id", UUID.class), DuesCategory.valueOf(row.getString("category")),
                row.getLong("base_from_fen"), row.getObject("base_to_fen", Long.class),
                row.getObject("basis_points", Integer.class), row.getObject("least_fen", Long.class),
                row.getObject("most_fen", Long.class), row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class), row.getString("source"), row.getString("certainty"));
    }
}
