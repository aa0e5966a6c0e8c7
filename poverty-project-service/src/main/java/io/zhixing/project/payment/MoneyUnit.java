package io.zhixing.project.payment;

import java.math.BigDecimal;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Unit words exist in files alone; inside, money is fen. A wrong unit is the classic mistake, so a file states it. */
@Schema(description = "金额单位 Unit of an amount in a file")
public enum MoneyUnit {
    @Label(zh = "分", en = "Fen")
    FEN(1),
    @Label(zh = "元", en = "Yuan")
    YUAN(100),
    @Label(zh = "万元", en = "Ten thousand yuan")
    WAN_YUAN(1_000_000),
    @Label(zh = "亿元", en = "Hundred million yuan")
    YI_YUAN(10_000_000_000L);

    private final long fen;

    MoneyUnit(long fen) {
        this.fen = fen;
    }

    /** Exact: an {@link ArithmeticException} where the amount is no whole number of fen. */
    long fen(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(fen)).longValueExact();
    }
}
