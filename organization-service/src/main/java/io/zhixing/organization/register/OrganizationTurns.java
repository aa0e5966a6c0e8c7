package io.zhixing.organization.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.list.Listing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Organizations that took up work or ended, each with why and by which document: what the yearly table counts of a year. */
final class OrganizationTurns {

    /** What is counted as which; a restored one has neither begun nor ended. */
    static final String TURN = """
            case when h.step = 'activate' then 'BEGUN' when h.step in ('dissolve', 'merge') then 'ENDED' end""";

    static final Listing<OrganizationTurn> LISTING = Listing
            .of(OrganizationTurn.class, """
                    h.resource_id, h.version, h.step, h.taken_on, coalesce(c.reason, h.comment) as reason, c.document_number,
                    c.decided_by, o.code, o.name, o.type, o.successor_id,\s""" + TURN + " as turn", """
                    step_history h join party_organization o on o.id = h.resource_id
                    left join organization_change c on c.organization_id = h.resource_id and c.version = h.version""",
                    OrganizationTurns::read)
            .where("h.resource_type = 'organization' and h.step in ('activate', 'dissolve', 'merge')")
            .where("h.to_state in ('ACTIVE', 'DISSOLVED', 'MERGED')")   // the index is by it
            .scopedBy("h.organization_path")
            .orderedBy("organization", "h.organization_path", "text", "h.version", "bigint", "h.resource_id", "uuid")
            .filter("turn", TURN + " = any (?)")
            .filter("from", "h.taken_on >= ?")
            .filter("to", "h.taken_on <= ?")
            .filter("county", "left(o.area_code, 6) = ?")
            .filter("sector", "o.sector = any (?)")
            .filter("withoutSector", "(o.sector is null) = ?");

    @Schema(name = "OrganizationTurnKind", description = "启用还是终止 Whether it took up work or ended")
    enum Turn {
        @Label(zh = "启用", en = "Took up work")
        BEGUN,
        @Label(zh = "撤销或合并", en = "Was dissolved or merged")
        ENDED
    }

    @Schema(name = "OrganizationTurn", description = "启用、撤销或合并 An organization that took up work, was dissolved or merged", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001002003","name":"示例支部委员会","type":"BRANCH","turn":"ENDED",
             "step":"dissolve","on":"2016-06-01","reason":"撤销","documentNumber":"示组〔2016〕3号","decidedBy":"示例县委",
             "history":"/organization/v1/organizations/01912d68-783e-7a0f-8000-0f54b3b0a4d2/changes"}""")
    record OrganizationTurn(
            @Schema(description = "党组织 Organization", required = true) UUID organizationId,
            @Schema(description = "编码 Code now", required = true) String code,
            @Schema(description = "名称 Name now", required = true) String name,
            @Schema(description = "类型 Type now", required = true) OrganizationType type,
            @Schema(description = "启用还是终止 Whether it took up work or ended", required = true) Turn turn,
            @Schema(description = "步骤 Step", required = true) String step,
            @Schema(description = "业务日期 Business day", required = true) LocalDate on,
            @Schema(description = "理由 Reason") String reason,
            @Schema(description = "文号 Number of the document") String documentNumber,
            @Schema(description = "决定机关 Who decided it") String decidedBy,
            @Schema(description = "承接组织 Successor") UUID successorId,
            @Schema(description = "其全部变动 All its changes, each with reason and document", required = true) String history) {}

    private OrganizationTurns() {}

    private static OrganizationTurn read(ResultSet row) throws SQLException {
        var id = row.getObject("resource_id", UUID.class);
        return new OrganizationTurn(id, row.getString("code"), row.getString("name"),
                OrganizationType.valueOf(row.getString("type")), Turn.valueOf(row.getString("turn")),
                row.getString("step"), row.getObject("taken_on", LocalDate.class), row.getString("reason"),
                row.getString("document_number"), row.getString("decided_by"),
                row.getObject("successor_id", UUID.class), "/organization/v1/organizations/" + id + "/changes");
    }
}
