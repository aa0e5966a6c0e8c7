package io.zhixing.organization.keytask;

import java.util.List;

import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may happen next to progress, which has the version 0 before its first step; otherwise as for every aggregate. */
@Schema(name = "KeyTaskProgressTransitions", description = "任务进度可执行的步骤 The steps that leave the present state of progress", examples = """
        {"state":"NOT_STARTED","version":0,"transitions":[{"name":"start","labelZh":"启动","labelEn":"Start","to":"IN_PROGRESS","allowed":true,
         "requires":["on"],"reasons":[]}]}""")
record OpenSteps(
        @Schema(description = "当前状态 Present state", required = true) ProgressState state,
        @Schema(description = "版本，未启动为0 Version; 0 before the first step", required = true, minimum = "0") long version,
        @Schema(description = "步骤 Steps", required = true) List<Transitions.OpenStep> transitions) {

    static OpenSteps of(Transitions open) {
        return new OpenSteps(ProgressState.valueOf(open.state()), open.version(), open.transitions());
    }
}
