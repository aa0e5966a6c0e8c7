package io.zhixing.mill;

import io.zhixing.platform.sql.Sql;

/** Breaks: plain SQL at a resource's hand. */
public class SackResource {

    void read(Sql database) {}
}
