package org.wuyeflow.process.security;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.springframework.util.ReflectionUtils;

/**
 * The engine's rights are some sixty checks in one interface. This adds to a few of them
 * without writing out the rest.
 */
final class EngineChecks {

	private EngineChecks() {
	}

	/** Checks only what the given object has a method for. */
	static <T> T only(Class<T> type, Object checks) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				Method own = ReflectionUtils.findMethod(checks.getClass(), method.getName(),
						method.getParameterTypes());
				return (own != null) ? invoke(checks, own, arguments) : null;
			}));
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
