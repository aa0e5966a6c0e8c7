package io.zhixing.organization.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every change of an organization: why, by which document, and what it was afterwards. */
@ApplicationScoped
class OrganizationChanges {

    static final Listing<OrganizationChange> LISTING = Listing
            .of(OrganizationChange.class, "c.*", "organization_change c", OrganizationChanges::read)
            .scopedBy("c.organization_path")
            .orderedBy("version", "c.version", "bigint", "c.organization_id", "uuid")
            .filter("of", "c.organization_id = ?");

    private final Sql database;
    private final Caller caller;

    OrganizationChanges(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    @Schema(name = "OrganizationChange", description = "党组织变动 A change of an organization, with what it was afterwards", examples = """
            {"version":3,"change":"rename","effectiveOn":"2016-03-01","reason":"村改社区","documentNumber":"示组〔2016〕3号",
             "decidedBy":"示例县委","code":"001002003","name":"示例社区支部委员会","type":"BRANCH","kind":"STANDARD","areaCode":"441202001",
             "parentId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","state":"ACTIVE","enteredBy":"county-office/01912d68",
             "enteredAt":"2026-09-01T08:30:02+08:00"}""")
    record OrganizationChange(
            @Schema(description = "此后的版本 Version after it", required = true, minimum = "1") long version,
            @Schema(description = "步骤 Step", required = true) String change,
            @Schema(description = "生效日 Business day", required = true) LocalDate effectiveOn,
            @Schema(description = "理由 Reason") String reason,
            @Schema(description = "文号 Number of the document") String documentNumber,
            @Schema(description = "决定机关 Who decided it") String decidedBy,
            @Schema(description = "编码 Code afterwards", required = true) String code,
            @Schema(description = "名称 Name afterwards", required = true) String name,
            @Schema(description = "简称 Short name afterwards") String shortName,
            @Schema(description = "类型 Type afterwards", required = true) OrganizationType type,
            @Schema(description = "支部类别 Kind afterwards") BranchKind kind,
            @Schema(description = "领域 Sector afterwards") Sector sector,
            @Schema(description = "区划 Division afterwards", required = true) String areaCode,
            @Schema(description = "上级 Superior afterwards") UUID parentId,
            @Schema(description = "承接组织 Successor") UUID successorId,
            @Schema(description = "状态 State afterwards", required = true) OrganizationState state,
            @Schema(description = "登记人 Client and subject who entered it", required = true) String enteredBy,
            @Schema(description = "登记时间 Instant of entry", required = true) Instant enteredAt) {}

    /** Copies what stands now beside why it does. Needs the transaction of the change, after it was flushed. */
    void add(UUID organization, OrganizationMove move) {
        database.update("""
                insert into organization_change (organization_id, version, organization_path, change, effective_on, reason, document_number,
                  decided_by, code, name, short_name, type, kind, sector, area_code, parent_id, successor_id, state, entered_by)
                select id, version, organization_path, ?, ?, ?, ?, ?, code, name, short_name, type, kind, sector, area_code, parent_id,
                  successor_id, state, ? from party_organization where id = ?""", move.transition(), move.on(),
                move.comment(), move.documentNumber(), move.decidedBy(), caller.name(), organization);
    }

    private static OrganizationChange read(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var sector = row.getString("sector");
        return new OrganizationChange(row.getLong("version"), row.getString("change"),
                row.getObject("effective_on", LocalDate.class), row.getString("reason"),
                row.getString("document_number"), row.getString("decided_by"), row.getString("code"),
                row.getString("name"), row.getString("short_name"), OrganizationType.valueOf(row.getString("type")),
                kind == null ? null : BranchKind.valueOf(kind), sector == null ? null : Sector.valueOf(sector),
                row.getString("area_code"), row.getObject("parent_id", UUID.class),
                row.getObject("successor_id", UUID.class), OrganizationState.valueOf(row.getString("state")),
                row.getString("entered_by"), row.getTimestamp("entered_at").toInstant());
    }
}
