package io.zhixing.platform.testing.contract;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.Script;
import io.restassured.internal.path.json.JSONAssertion;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * REST-assured looks up a path such as {@code items[0].id} by a Groovy script, and compiles it anew at each look, which
 * takes longer than the call whose answer is looked at. Here each path is compiled once.
 */
final class CompiledPaths extends DelegatingMetaClass {

    /** The method that compiles and runs: name of the document's variable, document, script. */
    private static final String EVALUATE = "eval";
    private static final Map<String, Class<? extends Script>> SCRIPTS = new ConcurrentHashMap<>();

    private CompiledPaths(MetaClass original) {
        super(original);
    }

    /** As often as wanted. */
    static synchronized void install() {
        var registry = GroovySystem.getMetaClassRegistry();
        var known = registry.getMetaClass(JSONAssertion.class);
        if (!(known instanceof CompiledPaths)) {
            registry.setMetaClass(JSONAssertion.class, new CompiledPaths(known));
        }
    }

    static Set<String> compiled() {
        return SCRIPTS.keySet();
    }

    @Override
    public Object invokeMethod(Object receiver, String method, Object[] arguments) {
        return isPlain(receiver, method, arguments)
                ? evaluate(arguments)
                : super.invokeMethod(receiver, method, arguments);
    }

    @Override
    public Object invokeMethod(@SuppressWarnings("rawtypes") Class sender, Object receiver, String method,
            Object[] arguments, boolean isCallToSuper, boolean fromInsideClass) {
        return isPlain(receiver, method, arguments)
                ? evaluate(arguments)
                : super.invokeMethod(sender, receiver, method, arguments, isCallToSuper, fromInsideClass);
    }

    /** Without parameters of its own, which REST-assured gives to the script beside the document. */
    private static boolean isPlain(Object receiver, String method, Object[] arguments) {
        return method.equals(EVALUATE) && arguments.length == 3 && receiver instanceof JSONAssertion path
                && (path.getParams() == null || path.getParams().isEmpty());
    }

    private static Object evaluate(Object[] arguments) {
        var script = SCRIPTS.computeIfAbsent(arguments[2].toString(),
                text -> new GroovyShell(CompiledPaths.class.getClassLoader()).parse(text).getClass());
        var document = new Binding();
        document.setVariable(arguments[0].toString(), arguments[1]);
        return InvokerHelper.createScript(script, document).run();
    }
}
