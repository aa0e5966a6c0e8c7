package io.zhixing.acceptance.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;

import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Changes one service's JVM from outside, so that the product has no switch for it: words behind {@code -javaagent},
 * parted by {@code ;}. A fail point is {@code halt=POINT,PASSAGE,FILE} or {@code hold=POINT,PASSAGE,FILE}, see
 * {@link FailPoint}; a defect is {@code defect=NAME,FILE}, see {@link Defect}. Each writes its file when it strikes.
 */
public final class Agent {

    private Agent() {}

    /** Called by the JVM before the service's own main method. */
    public static void premain(String words, Instrumentation jvm) {
        for (var word : words.split(";")) {
            var name = word.substring(0, word.indexOf('='));
            var values = word.substring(word.indexOf('=') + 1).split(",");
            if (name.equals("defect")) {
                var defect = Defect.valueOf(values[0]);
                Struck.writesTo(defect.name(), values[1]);
                defect.places().forEach(place -> weave(jvm, place));
            } else {
                var point = FailPoint.valueOf(values[0]);
                Passages.watch(point, Long.parseLong(values[1]), values[2], name.equals("halt"));
                weave(jvm, point.place());
            }
        }
    }

    private static void weave(Instrumentation jvm, Place place) {
        new AgentBuilder.Default().disableClassFormatChanges()
                .with(new AgentBuilder.Listener.StreamWriting(System.err).withErrorsOnly())
                .type(named(place.type()))
                .transform((builder, type, loader, module, domain) -> builder
                        .visit(Advice.to(place.advice()).on(place.matcher())))
                .installOn(jvm);
    }

    /**
     * Methods of a type of the service and what is woven into them.
     *
     * @param open whether only public ones are meant, where others of the name do part of the work
     */
    record Place(String type, String method, boolean open, Class<?> advice) {

        Place(String type, String method, Class<?> advice) {
            this(type, method, false, advice);
        }

        ElementMatcher<MethodDescription> matcher() {
            var byName = ElementMatchers.<MethodDescription>named(method);
            return open ? byName.and(ElementMatchers.isPublic()) : byName;
        }
    }
}
