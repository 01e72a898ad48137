package org.wuyeflow.process.security;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.wuyeflow.Refusal;

import org.springframework.util.ReflectionUtils;

/**
 * The engine's rights are some sixty checks in one interface. This adds to a few of them,
 * or changes the answer of all, without writing out the rest.
 */
final class EngineChecks {

	private EngineChecks() {
	}

	/** Checks only what the given object has a method for. */
	static <T> T only(Class<T> type, Object checks) {
		return proxy(type, (proxy, method, arguments) -> {
			Method own = ReflectionUtils.findMethod(checks.getClass(), method.getName(), method.getParameterTypes());
			return (own != null) ? invoke(checks, own, arguments) : null;
		});
	}

	/**
	 * The engine's check of offices, saying "there is no such thing" in place of the
	 * engine's "unauthorized tenant", which names the thing and counts as its own fault.
	 */
	static CommandChecker hidingOtherOffices(CommandChecker offices) {
		return proxy(CommandChecker.class, (proxy, method, arguments) -> {
			try {
				return invoke(offices, method, arguments);
			}
			catch (ProcessEngineException ex) {
				throw Refusal.notFound("没有找到这项内容，它可能已经办结，或者不属于您的管理处。");
			}
		});
	}

	private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
