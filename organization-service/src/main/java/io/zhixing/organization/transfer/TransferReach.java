package io.zhixing.organization.transfer;

import java.util.Optional;

import io.zhixing.organization.structure.OrganizationPath;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "转移范围 How far a transfer goes")
public enum TransferReach {
    @Label(zh = "同一党委内", en = "Within one committee")
    SAME_COMMITTEE,
    @Label(zh = "省内", en = "Within the province")
    WITHIN_PROVINCE,
    @Label(zh = "跨省", en = "Nationwide")
    NATIONWIDE;

    /** Within the register it follows from the places of both branches; empty when one lies outside it: then it is stated. */
    static Optional<TransferReach> between(String sender, String receiver) {
        return Optional.ofNullable(receiver)
                .filter(path -> sender != null)
                .map(path -> OrganizationPath.haveOneSuperior(sender, path) ? SAME_COMMITTEE : WITHIN_PROVINCE);
    }
}
