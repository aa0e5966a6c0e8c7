package io.zhixing.organization.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Constants as they are stored: their names, each once, in the order of the list they come from. */
public final class Names {

    private Names() {}

    /** @param constants null like none */
    public static <E extends Enum<E>> String[] of(Collection<E> constants) {
        return constants == null
                ? new String[0]
                : constants.stream().distinct().sorted().map(Enum::name).toArray(String[]::new);
    }

    public static <E extends Enum<E>> List<E> read(String[] names, Class<E> type) {
        return Stream.of(names).map(name -> Enum.valueOf(type, name)).toList();
    }

    public static <E extends Enum<E>> List<E> read(ResultSet row, String column, Class<E> type) throws SQLException {
        return read((String[]) row.getArray(column).getArray(), type);
    }
}
