package io.zhixing.platform.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What one row of an answer says; the row is the caller's only while it is read. */
@FunctionalInterface
public interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
}
