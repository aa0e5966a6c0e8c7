package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "党组织 A Party organization", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001002003","name":"示例支部委员会","type":"BRANCH","kind":"STANDARD",
         "sector":"RURAL","areaCode":"441202001","parentId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","establishedOn":"2010-07-01",
         "state":"PREPARING","version":1}""")
public record OrganizationView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "组织编码 Code, three digits a level", required = true, pattern = "^" + OrganizationCode.FORM
                + "$") String code,
        @Schema(description = "名称 Name", required = true) String name,
        @Schema(description = "简称 Short name") String shortName,
        @Schema(description = "类型 Type", required = true) OrganizationType type,
        @Schema(description = "支部类别 Kind of a branch") BranchKind kind,
        @Schema(description = "领域 Sector") Sector sector,
        @Schema(description = "所在区划 Code of its division", required = true) String areaCode,
        @Schema(description = "统一社会信用代码 Credit code of the host unit") String unitCreditCode,
        @Schema(description = "信用代码存疑 true: its check character does not fit; such codes were issued. Absent without a code") Boolean unitCreditCodeDoubtful,
        @Schema(description = "覆盖单位 Units that a joint branch covers") List<String> coveredUnits,
        @Schema(description = "派出的党组织 Organization that set up a floating branch") UUID originOrganizationId,
        @Schema(description = "流入地 Where the members of a floating branch are") String hostArea,
        @Schema(description = "所在项目 Project at whose site a temporary branch is; not verified") UUID projectId,
        @Schema(description = "上级组织 Superior; the root has none") UUID parentId,
        @Schema(description = "成立日期 Day it was set up", required = true) LocalDate establishedOn,
        @Schema(description = "启用日期 Day it took up its work") LocalDate activatedOn,
        @Schema(description = "撤销日期 Day it was dissolved") LocalDate dissolvedOn,
        @Schema(description = "承接组织 Successor of a merged one") UUID successorId,
        @Schema(description = "状态 State", required = true) OrganizationState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
