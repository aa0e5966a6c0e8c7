package io.zhixing.project.library;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "项目性质 Nature of a project")
public enum ProjectNature {
    @Label(zh = "新建", en = "New")
    NEW,
    @Label(zh = "续建", en = "Continued")
    CONTINUED
}
