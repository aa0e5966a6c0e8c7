package io.zhixing.platform.audit;

import jakarta.enterprise.context.RequestScoped;

/** Whether the call in hand has left an entry by now. */
@RequestScoped
class AuditedCall {

    private boolean entered;

    boolean entered() {
        return entered;
    }

    void enter() {
        entered = true;
    }
}
