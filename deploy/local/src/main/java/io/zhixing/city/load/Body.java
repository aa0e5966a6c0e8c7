package io.zhixing.city.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request body: names and values in turn; absent values are left out. */
final class Body {

    private Body() {}

    static Map<String, Object> of(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                body.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return body;
    }
}
