package io.zhixing.session.study;

import java.lang.reflect.Field;
import java.util.Arrays;

import io.zhixing.platform.contract.Label;

/** Constants by their name or by their Chinese label, as people write them into files. */
final class Labelled {

    private Labelled() {}

    /** @throws IllegalArgumentException when no constant has this name or label */
    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        var name = Arrays.stream(type.getFields()).filter(field -> text.equals(label(field))).map(Field::getName)
                .findFirst().orElse(text);
        return Enum.valueOf(type, name);
    }

    private static String label(Field field) {
        var label = field.getAnnotation(Label.class);
        return label == null ? null : label.zh();
    }
}
