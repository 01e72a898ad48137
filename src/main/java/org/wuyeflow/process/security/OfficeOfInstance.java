package org.wuyeflow.process.security;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.wuyeflow.Refusal;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Says to which office a new instance belongs: a called process to its caller's, else the
 * office of whoever starts it; who works for several names one in the form.
 */
final class OfficeOfInstance implements TenantIdProvider {

	/** The start form's field in which somebody of several offices chooses. */
	static final String OFFICE = "office";

	private final ObjectProvider<IdentityService> identityService;

	OfficeOfInstance(ObjectProvider<IdentityService> identityService) {
		this.identityService = identityService;
	}

	@Override
	public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
		if (start.getSuperExecution() != null) {
			return start.getSuperExecution().getTenantId();
		}
		Object chosen = (start.getVariables() != null) ? start.getVariables().get(OFFICE) : null;
		String office = (chosen instanceof String text && !text.isBlank()) ? text : null;
		CommandContext context = Context.getCommandContext();
		Authentication starter = context.getAuthentication();
		if (starter == null) {
			return office;
		}
		if (context.getAuthorizationManager().isCamundaAdmin(starter)) {
			return existing(office);
		}
		return ofStaff((starter.getTenantIds() != null) ? starter.getTenantIds() : List.of(), office);
	}

	@Override
	public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
		return null;
	}

	@Override
	public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
		DelegateExecution execution = decision.getExecution();
		return (execution != null) ? execution.getTenantId() : null;
	}

	private static String ofStaff(List<String> offices, String chosen) {
		if (offices.isEmpty()) {
			throw Refusal.forbidden("您的账号还没有分配管理处，不能发起流程，请联系系统管理员。");
		}
		if (chosen == null && offices.size() > 1) {
			throw new Refusal("请选择管理处。");
		}
		if (chosen != null && !offices.contains(chosen)) {
			throw new Refusal("所选的管理处不在您的工作范围内，请重新选择。");
		}
		return (chosen != null) ? chosen : offices.get(0);
	}

	private String existing(String office) {
		if (office == null || this.identityService.getObject().createTenantQuery().tenantId(office).count() == 0) {
			throw new Refusal("请选择管理处。");
		}
		return office;
	}

}
