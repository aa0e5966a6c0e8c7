package io.zhixing.organization.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.zhixing.platform.bulk.Batch;

/** Organizations between an import and the table. */
final class OrganizationRows {

    /** No text that a caller sends has it: control characters are refused. */
    private static final String BETWEEN_UNITS = "\u001f";

    private OrganizationRows() {}

    /** An organization as the database has it; columns by name. */
    static PartyOrganization stored(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var sector = row.getString("sector");
        return PartyOrganization.stored(row.getObject("id", UUID.class),
                new PartyOrganization.Facts(row.getString("code"), row.getString("name"), row.getString("short_name"),
                        OrganizationType.valueOf(row.getString("type")), kind == null ? null : BranchKind.valueOf(kind),
                        sector == null ? null : Sector.valueOf(sector), row.getString("area_code"),
                        row.getString("unit_credit_code"), row.getObject("parent_id", UUID.class),
                        row.getObject("established_on", LocalDate.class), particulars(row)),
                row.getString("organization_path"), OrganizationState.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static Particulars particulars(ResultSet row) throws SQLException {
        var units = row.getArray("covered_units");
        return new Particulars(units == null ? null : List.of((String[]) units.getArray()),
                row.getObject("origin_organization_id", UUID.class), row.getString("host_area"),
                row.getObject("project_id", UUID.class));
    }

    /** The columns of the table in which a new organization is written, one array each. */
    static <T> Batch<T> columns(Batch<T> rows, Function<T, PartyOrganization> of) {
        Function<T, PartyOrganization.Facts> facts = row -> of.apply(row).facts();
        return rows.column("uuid", row -> of.apply(row).id()).column("text", row -> facts.apply(row).code())
                .column("text", row -> facts.apply(row).name()).column("text", row -> facts.apply(row).shortName())
                .column("text", row -> facts.apply(row).type().name())
                .column("text", row -> text(facts.apply(row).kind()))
                .column("text", row -> text(facts.apply(row).sector()))
                .column("text", row -> facts.apply(row).areaCode())
                .column("text", row -> facts.apply(row).unitCreditCode())
                .column("text", row -> joined(facts.apply(row).particulars().coveredUnits()))
                .column("uuid", row -> facts.apply(row).particulars().originId())
                .column("text", row -> facts.apply(row).particulars().hostArea())
                .column("uuid", row -> facts.apply(row).particulars().projectId())
                .column("uuid", row -> facts.apply(row).parentId()).column("text", row -> of.apply(row).path())
                .column("date", row -> facts.apply(row).establishedOn())
                .column("text", row -> of.apply(row).state().name()).column("bigint", row -> of.apply(row).version());
    }

    /** Whether the facts say of this organization what is known of it; what they leave out they do not deny. */
    static boolean says(PartyOrganization.Facts stated, PartyOrganization.Facts known) {
        return isStatedOf(stated, known) && known.name().equals(stated.name())
                && known.areaCode().equals(stated.areaCode()) && agrees(stated.shortName(), known.shortName())
                && agrees(stated.kind(), known.kind()) && agrees(stated.sector(), known.sector())
                && stated.particulars().equals(known.particulars());
    }

    /** Whether it is that organization, as far as a row may not change it: code, place, type, founding and unit. */
    static boolean isStatedOf(PartyOrganization.Facts stated, PartyOrganization.Facts known) {
        var creditCode = stated.unitCreditCode() == null
                ? null
                : CreditCode.of(stated.unitCreditCode()).orElseThrow().code();
        return known.code().equals(stated.code()) && known.type() == stated.type()
                && Objects.equals(known.parentId(), stated.parentId())
                && known.establishedOn().equals(stated.establishedOn()) && agrees(creditCode, known.unitCreditCode());
    }

    private static boolean agrees(Object stated, Object known) {
        return stated == null || stated.equals(known);
    }

    /** Arrays of one column are one array, so the units of a row go as a text. */
    private static String joined(List<String> units) {
        return units == null ? null : String.join(BETWEEN_UNITS, units);
    }

    private static String text(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
