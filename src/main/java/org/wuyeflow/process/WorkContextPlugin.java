package org.wuyeflow.process;

import org.camunda.bpm.engine.impl.bpmn.delegate.ExecutionListenerInvocation;
import org.camunda.bpm.engine.impl.bpmn.delegate.JavaDelegateInvocation;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.delegate.TaskListenerInvocation;
import org.wuyeflow.record.Work;
import org.wuyeflow.record.WorkContext;

import org.springframework.stereotype.Component;

/**
 * Tells the change log in which step of the model each delegate and listener runs.
 */
@Component
class WorkContextPlugin extends AbstractProcessEnginePlugin {

	private final Work work;

	WorkContextPlugin(Work work) {
		this.work = work;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setDelegateInterceptor(new Interceptor(this.work));
	}

	private static final class Interceptor extends DefaultDelegateInterceptor {

		private final Work work;

		private Interceptor(Work work) {
			this.work = work;
		}

		@Override
		protected void handleInvocationInContext(DelegateInvocation invocation) throws Exception {
			if (isOurs(invocation) && invocation.getContextExecution() instanceof ExecutionEntity execution) {
				this.work.during(step(execution), () -> {
					super.handleInvocationInContext(invocation);
					return null;
				});
			}
			else {
				super.handleInvocationInContext(invocation);
			}
		}

		private static boolean isOurs(DelegateInvocation invocation) {
			return invocation instanceof JavaDelegateInvocation || invocation instanceof TaskListenerInvocation
					|| invocation instanceof ExecutionListenerInvocation;
		}

		private static WorkContext step(ExecutionEntity execution) {
			ActivityImpl activity = execution.getActivity();
			return new WorkContext(execution.getProcessBusinessKey(), execution.getProcessDefinition().getKey(),
					execution.getActivityId(), (activity != null) ? (String) activity.getProperty("name") : null,
					execution.getActivityInstanceId());
		}

	}

}
