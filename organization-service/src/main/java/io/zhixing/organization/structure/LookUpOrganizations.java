package io.zhixing.organization.structure;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.platform.access.Access;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names organizations for integrators; those outside the caller's scope are missing from the answer. */
@RequestScoped
public class LookUpOrganizations {

    private final Sql database;
    private final Access access;

    LookUpOrganizations(Sql database, Access access) {
        this.database = database;
        this.access = access;
    }

    @Schema(name = "OrganizationsFound", description = "查到的党组织 What was found", examples = """
            {"items":[{"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001","name":"示例市委员会","type":"LOCAL_COMMITTEE","state":"ACTIVE"}]}""")
    record Found(@Schema(description = "各组织 Organizations", required = true) List<Named> items) {}

    @Schema(name = "OrganizationNamed", description = "党组织名称 An organization's name")
    record Named(
            @Schema(description = "标识 Id", required = true) UUID id,
            @Schema(description = "编码 Code", required = true) String code,
            @Schema(description = "名称 Name", required = true) String name,
            @Schema(description = "类型 Type", required = true) OrganizationType type,
            @Schema(description = "状态 State", required = true) OrganizationState state) {}

    Found handle(List<UUID> ids, List<String> codes) {
        access.scope();
        return new Found(database.list("""
                select id, code, name, type, state from party_organization where id = any (?)
                union
                select id, code, name, type, state from party_organization where code = any (?) order by code""",
                row -> new Named(row.getObject("id", UUID.class), row.getString("code"), row.getString("name"),
                        OrganizationType.valueOf(row.getString("type")),
                        OrganizationState.valueOf(row.getString("state"))),
                SqlArray.uuids(ids), SqlArray.texts(codes)));
    }
}
