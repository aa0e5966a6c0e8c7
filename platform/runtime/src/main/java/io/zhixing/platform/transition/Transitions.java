package io.zhixing.platform.transition;

import java.util.List;

import io.zhixing.platform.problem.Language;
import io.zhixing.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may happen next, for this caller, today. */
@Schema(description = "可执行的步骤 The steps that leave the present state", examples = """
        {"state":"PREPARING","version":1,"transitions":[{"name":"activate","labelZh":"启用","labelEn":"Activate","to":"ACTIVE",
         "allowed":false,"requires":["on"],"reasons":[{"code":"TOO_FEW_FULL_MEMBERS","detail":"须有3名正式党员，现有2名。"}]}]}""")
public record Transitions(
        @Schema(description = "当前状态 Present state", required = true) String state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version,
        @Schema(description = "步骤 Steps", required = true) List<OpenStep> transitions) {

    @Schema(name = "TransitionStep", description = "一个步骤 One step")
    public record OpenStep(
            @Schema(description = "名称 Name", required = true) String name,
            @Schema(description = "中文名称 Chinese label", required = true) String labelZh,
            @Schema(description = "英文名称 English label", required = true) String labelEn,
            @Schema(description = "目标状态 State after it", required = true) String to,
            @Schema(description = "是否可执行 Whether this caller may take it today", required = true) boolean allowed,
            @Schema(description = "所需字段 Fields it needs", required = true) List<String> requires,
            @Schema(description = "不可执行的原因 What stands against it", required = true) List<Reason> reasons) {

        static OpenStep of(Step<?, ?> step, List<ProblemException> against, Language language) {
            return new OpenStep(step.name(), step.labelZh(), step.labelEn(), step.to().name(), against.isEmpty(),
                    step.required(), against.stream()
                            .map(reason -> new Reason(reason.problem().name(), reason.detail(language))).toList());
        }
    }

    @Schema(name = "TransitionReason", description = "原因 A reason")
    public record Reason(
            @Schema(description = "代码 Code", required = true) String code,
            @Schema(description = "详情 Detail", required = true) String detail) {}
}
