package io.zhixing.project.payment;

import java.util.UUID;

/**
 * One line of an order as it is stated.
 *
 * @param beneficiaryId a person or household; null when the payee is a unit
 * @param payeeName as stated; a person's is masked before it is stored
 * @param obligationId what the line settles; null when it settles nothing
 */
public record PayeeLine(UUID beneficiaryId, String payeeName, UUID obligationId, long amountFen) {

    /** 王** of a person, the whole name of a unit. */
    String storedName() {
        return beneficiaryId == null
                ? payeeName
                : payeeName.substring(0, payeeName.offsetByCodePoints(0, 1)) + "**";
    }
}
