package io.zhixing.evaluation.appraisal;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "列入名册的依据 Why a member stands on the frozen roll")
public enum RollBasis {
    @Label(zh = "党员名册", en = "On the register's roll of the day of reckoning")
    REGISTER,
    @Label(zh = "被更正轮次的名册", en = "On the roll of the round that is superseded, and no longer on the register's")
    SUPERSEDED_ROLL
}
