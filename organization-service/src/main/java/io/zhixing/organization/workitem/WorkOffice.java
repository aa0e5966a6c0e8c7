package io.zhixing.organization.workitem;

import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose step it is, seen from the organization that the item is about. The root has nobody above: its office acts itself.
 * Where the office lies further up, the select of the work answers its path.
 */
@Schema(name = "WorkOffice", description = "由谁办理 Who acts")
public enum WorkOffice {
    @Label(zh = "本级", en = "The organization itself")
    ITSELF("o.organization_path"),
    @Label(zh = "上级", en = "Its superior")
    SUPERIOR("coalesce(nullif(regexp_replace(o.organization_path, '[^/]+/$', ''), '/'), o.organization_path)"),
    @Label(zh = "所在县办公室", en = "The office of its county")
    COUNTY("substring(o.organization_path from '^((/[^/]+){1," + OrganizationPath.COUNTY + "}/)')");

    private final String path;

    WorkOffice(String path) {
        this.path = path;
    }

    /** The path key of the office, as SQL over the organization {@code o}. */
    String path() {
        return path;
    }
}
