package org.wuyeflow.process.security;

import java.beans.FeatureDescriptor;
import java.util.AbstractMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

import org.springframework.context.ApplicationContext;

/**
 * What an expression in a model reaches: the variables, and the beans that are glue
 * ({@code …Delegate}, {@code …Listener}, {@code …Process}, {@code …Limits}); never
 * another bean, and never a class, its loader or a process of the machine.
 */
final class ModelExpressions extends SpringExpressionManager {

	private static final List<String> GLUE = List.of("Delegate", "Listener", "Process", "Limits");

	ModelExpressions(ApplicationContext context) {
		super(context, new Glue(context));
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver guarded = new CompositeELResolver();
		guarded.add(new NoReflection());
		guarded.add(super.createElResolver());
		return guarded;
	}

	/** The glue beans by name, made when first asked for. */
	private static final class Glue extends AbstractMap<Object, Object> {

		private final ApplicationContext context;

		Glue(ApplicationContext context) {
			this.context = context;
		}

		@Override
		public boolean containsKey(Object name) {
			return name instanceof String bean && GLUE.stream().anyMatch(bean::endsWith)
					&& this.context.containsBean(bean);
		}

		@Override
		public Object get(Object name) {
			return containsKey(name) ? this.context.getBean((String) name) : null;
		}

		@Override
		public Set<Map.Entry<Object, Object>> entrySet() {
			return Set.of();
		}

	}

	/** Stops an expression that gets hold of a class or asks for one. */
	private static final class NoReflection extends ELResolver {

		private static final List<Class<?>> BARRED = List.of(Class.class, ClassLoader.class, Runtime.class,
				ProcessBuilder.class, Process.class, Thread.class, System.class, java.lang.reflect.Member.class,
				Module.class, ApplicationContext.class);

		@Override
		public Object getValue(ELContext context, Object base, Object property) {
			bar(base, property);
			return null;
		}

		@Override
		public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
			bar(base, method);
			return null;
		}

		@Override
		public Class<?> getType(ELContext context, Object base, Object property) {
			bar(base, property);
			return null;
		}

		@Override
		public void setValue(ELContext context, Object base, Object property, Object value) {
			bar(base, property);
		}

		@Override
		public boolean isReadOnly(ELContext context, Object base, Object property) {
			return false;
		}

		@Override
		public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
			return null;
		}

		@Override
		public Class<?> getCommonPropertyType(ELContext context, Object base) {
			return null;
		}

		private static void bar(Object base, Object member) {
			boolean barred = base != null
					&& ("class".equals(String.valueOf(member)) || "getClass".equals(String.valueOf(member))
							|| BARRED.stream().anyMatch((type) -> type.isInstance(base)));
			if (barred) {
				throw new ELException("An expression may not reach classes");
			}
		}

	}

}
