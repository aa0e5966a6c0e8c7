package io.zhixing.organization.member;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.secret.Seal;
import io.zhixing.platform.secret.Secrets;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When, by whom and why ID numbers were shown in full. The reason is in a caller's own words, so it is kept sealed. */
@Singleton
class Reveals {

    private final Sql database;
    private final Seal seal;
    private final Listing<RevealView> listing;

    Reveals(Sql database, Secrets secrets) {
        this.database = database;
        this.seal = secrets.seal("personal-data");
        this.listing = Listing.of(RevealView.class, "r.id, r.purpose, r.reason, r.revealed_by, r.revealed_at",
                "id_number_reveal r", this::read)
                .orderedBy("revealedAt", "r.revealed_at", "timestamptz", "r.id", "uuid")
                .filter("member", "r.member_id = ?");
    }

    @Schema(name = "IdNumberRevealed", description = "查看记录 One time at which the ID number was shown", examples = """
            {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d8","purpose":"MEMBERSHIP_TRANSFER","reason":"办理组织关系转接，函号〔2017〕12",
             "revealedBy":"county-office/01912d68","revealedAt":"2026-09-01T08:30:02+08:00"}""")
    record RevealView(
            @Schema(description = "标识 Id", required = true) UUID id,
            @Schema(description = "用途 Purpose", required = true) RevealPurpose purpose,
            @Schema(description = "事由 Reason in the words of whoever asked", required = true) String reason,
            @Schema(description = "查看人 Client and subject to whom it was shown", required = true) String revealedBy,
            @Schema(description = "查看时间 Instant", required = true) Instant revealedAt) {}

    /** Of one member, by the filter {@code member}. */
    Listing<RevealView> listing() {
        return listing;
    }

    /** Needs the transaction in which the number is shown. */
    void add(UUID member, RevealPurpose purpose, String reason, String caller) {
        var id = Ids.next();
        database.update(
                "insert into id_number_reveal (id, member_id, purpose, reason, revealed_by) values (?, ?, ?, ?, ?)", id,
                member, purpose.name(), seal.close(reason.getBytes(StandardCharsets.UTF_8), place(id)), caller);
    }

    private RevealView read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new RevealView(id, RevealPurpose.valueOf(row.getString("purpose")),
                new String(seal.open(row.getBytes("reason"), place(id)), StandardCharsets.UTF_8),
                row.getString("revealed_by"), row.getTimestamp("revealed_at").toInstant());
    }

    private static String place(UUID id) {
        return "id_number_reveal|reason|" + id;
    }
}
