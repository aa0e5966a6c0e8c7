package io.zhixing.platform.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Many values for one {@code ?}. The type is told, since without elements nothing else tells it.
 *
 * @param type PostgreSQL's name of the element type, such as {@code uuid} or {@code date}
 */
public record SqlArray(String type, Object[] values) implements Parameter {

    public static SqlArray of(String type, Collection<?> values) {
        return new SqlArray(type, values.toArray());
    }

    public static SqlArray uuids(Collection<?> ids) {
        return of("uuid", ids);
    }

    /** Constants stand for their names. */
    public static SqlArray texts(Collection<?> texts) {
        return of("text",
                texts.stream().map(text -> text instanceof Enum<?> constant ? constant.name() : text).toList());
    }

    @Override
    public int bind(PreparedStatement statement, int position) throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf(type, values));
        return position + 1;
    }
}
