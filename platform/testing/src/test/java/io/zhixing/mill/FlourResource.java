package io.zhixing.mill;

import java.sql.Connection;

/** Breaks: storage in a resource. */
public class FlourResource {

    void read(Connection connection) {}
}
