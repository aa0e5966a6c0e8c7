package io.zhixing.organization.keytask;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What shows that a task is done; all but the last are counted in the register at the report, see {@link EvidenceCounts}. */
@Schema(name = "KeyTaskEvidenceKind", description = "佐证类别 What shows that a task is done")
public enum EvidenceKind {
    @Label(zh = "组织关系集中排查", en = "Screening of membership relations")
    SCREENING,
    @Label(zh = "按期换届", en = "Elections at the end of terms")
    ELECTIONS,
    @Label(zh = "党费收缴", en = "Dues paid")
    DUES,
    @Label(zh = "文字说明", en = "Stated in words")
    STATED
}
