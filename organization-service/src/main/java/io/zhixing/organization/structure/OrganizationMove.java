package io.zhixing.organization.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of an organization with what this step needs. */
@Schema(name = "OrganizationMove", description = "党组织步骤 A step of an organization", examples = """
        {"transition":"activate","on":"2016-01-04","comment":"三名党员已编入","documentNumber":"示组〔2016〕1号","decidedBy":"示例县委"}""")
record OrganizationMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "理由 Reason; every step but activate needs one") @Size(max = 500) String comment,
        @Schema(description = "文号 Number of the document") @Size(max = 200) String documentNumber,
        @Schema(description = "决定机关 Who decided it") @Size(max = 200) String decidedBy,
        @Schema(description = "新名称 For rename: the new name") @Pattern(regexp = "(?s).*\\S.*") @Size(max = 200) String name,
        @Schema(description = "新简称 For rename: the new short name; the present one stays when absent") @Pattern(regexp = "(?s).*\\S.*") @Size(max = 60) String shortName,
        @Schema(description = "新类型 For change-type: the new type") OrganizationType type,
        @Schema(description = "新支部类别 For change-type: the new kind, of a branch only") BranchKind kind,
        @Schema(description = "新领域 For change-type: the new sector") Sector sector,
        @Schema(description = "新区划 For change-type: code of the new division") @Size(max = 12) String areaCode,
        @Schema(description = "覆盖单位 For change-type: units that a joint branch covers") @Size(max = 50) List<@NotBlank @Size(max = 200) String> coveredUnits,
        @Schema(description = "派出的党组织 For change-type: the organization that set up a floating branch") UUID originOrganizationId,
        @Schema(description = "流入地 For change-type: where the members of a floating branch are") @Size(max = 200) String hostArea,
        @Schema(description = "所在项目 For change-type: the project at whose site a temporary branch is; not verified") UUID projectId,
        @Schema(description = "新上级 For reassign: the new superior") UUID parentId,
        @Schema(description = "新编码 For reassign: the new code, the new superior's and three digits more") @Pattern(regexp = OrganizationCode.FORM) String code,
        @Schema(description = "承接组织 For merge: the organization that takes over") UUID successorId) {

    /** 变更类型: to this nature, of which null stays. */
    static OrganizationMove changingType(LocalDate on, String reason, Nature to) {
        return new OrganizationMove("change-type", on, reason, null, null, null, null, to.type(), to.kind(),
                to.sector(), to.areaCode(), to.particulars().coveredUnits(), to.particulars().originId(),
                to.particulars().hostArea(), to.particulars().projectId(), null, null, null);
    }

    /** 更名: a short name that is not stated stays. */
    static OrganizationMove renaming(LocalDate on, String reason, String name, String shortName) {
        return new OrganizationMove("rename", on, reason, null, null, name, shortName, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    boolean givesReason() {
        return comment != null && !comment.isBlank();
    }

    Nature nature() {
        return new Nature(type, kind, sector, areaCode,
                new Particulars(coveredUnits, originOrganizationId, hostArea, projectId));
    }

    /** What the step cannot be taken without; {@code VALIDATION_FAILED} names it. */
    static <T> T needed(T stated, String field) {
        if (stated == null) {
            throw new ProblemException(PlatformProblems.VALIDATION_FAILED,
                    List.of(PlatformProblems.VALUE_INVALID.at(Place.pointer("/" + field), "must not be null")));
        }
        return stated;
    }
}
