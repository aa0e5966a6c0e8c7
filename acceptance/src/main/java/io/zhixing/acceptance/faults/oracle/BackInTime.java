package io.zhixing.acceptance.faults.oracle;

import java.util.List;

/** P11: what the fault measured. */
final class BackInTime implements Property {

    @Override
    public String code() {
        return "P11";
    }

    @Override
    public String sentence() {
        return "everything is at work again within its time, every event sent and taken";
    }

    @Override
    public List<String> violations(Evidence evidence) {
        return evidence.recovery().late();
    }
}
