package io.zhixing.platform.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A value that knows how it is bound, to one {@code ?} or to several in a row. */
public interface Parameter {

    /** @return the position behind what it has bound */
    int bind(PreparedStatement statement, int position) throws SQLException;
}
