package org.wuyeflow.process.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantGroupMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantGroupMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.wuyeflow.Refusal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Puts this package's rules into the engine.
 */
@Component
class SecurityPlugin extends AbstractProcessEnginePlugin {

	private final ApplicationContext context;

	private final StaffDirectory directory;

	private final ObjectProvider<IdentityService> identityService;

	SecurityPlugin(ApplicationContext context, StaffDirectory directory,
			ObjectProvider<IdentityService> identityService) {
		this.context = context;
		this.directory = directory;
		this.identityService = identityService;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		engine.setResourceAuthorizationProvider(new PersonalGrants());
		engine.setTenantIdProvider(new OfficeOfInstance(this.identityService));
		engine.setExpressionManager(new ModelExpressions(this.context));
		engine.setScriptEngineResolver(new NoScripts());
		engine
			.setCustomPostCommandInterceptorsTxRequired(withOurs(engine.getCustomPostCommandInterceptorsTxRequired()));
		engine.setCustomPostCommandInterceptorsTxRequiresNew(
				withOurs(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl engine) {
		List<CommandChecker> checkers = new ArrayList<>(engine.getCommandCheckers());
		checkers.add(TaskRights.checker(this.directory));
		engine.setCommandCheckers(checkers);
	}

	private List<CommandInterceptor> withOurs(List<CommandInterceptor> others) {
		List<CommandInterceptor> all = (others != null) ? new ArrayList<>(others) : new ArrayList<>();
		all.add(new QueryGuard());
		all.add(new TaskRights());
		all.add(new StaffChanges(this.directory));
		return all;
	}

	/** Lets a changed user, role or office take effect with the next request. */
	private static final class StaffChanges extends CommandInterceptor {

		private static final Set<Class<?>> CHANGES = Set.of(SaveUserCmd.class, DeleteUserCmd.class,
				CreateMembershipCmd.class, DeleteMembershipCmd.class, DeleteGroupCmd.class,
				CreateTenantUserMembershipCmd.class, DeleteTenantUserMembershipCmd.class,
				CreateTenantGroupMembershipCmd.class, DeleteTenantGroupMembershipCmd.class, DeleteTenantCmd.class);

		/** What the engine says where a new password breaks its policy. */
		private static final String WEAK_PASSWORD = "Password does not match policy";

		private final StaffDirectory directory;

		StaffChanges(StaffDirectory directory) {
			this.directory = directory;
		}

		@Override
		public <T> T execute(Command<T> command) {
			T result = changed(command);
			if (CHANGES.contains(command.getClass())) {
				Context.getCommandContext()
					.getTransactionContext()
					.addTransactionListener(TransactionState.COMMITTED, (context) -> this.directory.forget());
			}
			return result;
		}

		private <T> T changed(Command<T> command) {
			try {
				return this.next.execute(command);
			}
			catch (ProcessEngineException ex) {
				if (!(command instanceof SaveUserCmd) || !WEAK_PASSWORD.equals(ex.getMessage())) {
					throw ex;
				}
				throw new Refusal("新密码太简单：请用至少 10 个字符，同时包含大写字母、小写字母、数字和符号，并且不含用户名。");
			}
		}

	}

	/** There is no scripting language: models decide by expressions and tables. */
	private static final class NoScripts implements ScriptEngineResolver {

		private final ScriptEngineManager none = new ScriptEngineManager(null);

		@Override
		public void addScriptEngineFactory(ScriptEngineFactory factory) {
		}

		@Override
		public ScriptEngineManager getScriptEngineManager() {
			return this.none;
		}

		@Override
		public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
			return null;
		}

	}

}
