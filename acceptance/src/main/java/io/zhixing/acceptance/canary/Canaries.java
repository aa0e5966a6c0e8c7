package io.zhixing.acceptance.canary;

import java.util.ArrayList;
import java.util.List;

import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.SampleCity;

/** The persons who are sent through the suite and the words that are written about them. */
final class Canaries {

    /** Area 999999 and a birth after 1900: how every ID number of the sample city begins, and none of a person. */
    static final String EVERY_ID_NUMBER = "999999190";
    static final String PHONE = "19099990001";

    private static final List<String> NAMES = List.of("金丝雀甲黄羽", "金丝雀乙蓝羽", "金丝雀丙白羽", "金丝雀丁灰羽", "金丝雀戊褐羽");

    private final List<Member> persons;
    private final List<Canary> words = new ArrayList<>();

    Canaries(SampleCity sample) {
        persons = sample.members().subList(0, 40);
    }

    String name(int person) {
        return NAMES.get(person % NAMES.size());
    }

    String idNumber(int person) {
        return persons.get(person).idNumber();
    }

    Member person(int person) {
        return persons.get(person);
    }

    /** A free text of its own for each field that takes one, with a name and a phone number in it. */
    String text(String field) {
        var text = "鸟语" + field + "者言";
        if (words.stream().noneMatch(known -> known.text().equals(text))) {
            words.add(Canary.declared("text of " + field, text));
        }
        return text + "：" + name(0) + " " + PHONE;
    }

    /** @param tokens that were used; of each the signature is looked for */
    List<Canary> all(List<String> tokens) {
        var all = new ArrayList<>(words);
        for (int i = 0; i < NAMES.size(); i++) {
            all.add(Canary.declared("name " + (i + 1), NAMES.get(i)));
        }
        all.add(Canary.declared("phone number", PHONE));
        all.add(Canary.nowhere("ID number", EVERY_ID_NUMBER));
        for (var token : tokens) {
            all.add(Canary.nowhere("token", token.substring(token.lastIndexOf('.') + 1)));
        }
        return all;
    }
}
