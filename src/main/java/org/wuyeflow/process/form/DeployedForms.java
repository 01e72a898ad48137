package org.wuyeflow.process.form;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/**
 * The forms as they were deployed with their process. A process definition never changes,
 * so each form is read once.
 */
final class DeployedForms {

	private final Map<String, Optional<Form>> forms = new ConcurrentHashMap<>();

	/** The form of the process's start event, if it has one. */
	Optional<Form> start(ProcessDefinitionEntity process, CommandContext context) {
		return form(process, "", process.getStartFormDefinition(), context);
	}

	/** The form of a user task, if it has one. */
	Optional<Form> task(ProcessDefinitionEntity process, String taskKey, CommandContext context) {
		return form(process, taskKey, process.getTaskDefinitions().get(taskKey).getFormDefinition(), context);
	}

	private Optional<Form> form(ProcessDefinitionEntity process, String taskKey, FormDefinition definition,
			CommandContext context) {
		String cacheKey = process.getId() + "/" + taskKey;
		Optional<Form> form = this.forms.get(cacheKey);
		if (form == null) {
			form = read(process, definition, context);
			this.forms.put(cacheKey, form);
		}
		return form;
	}

	private Optional<Form> read(ProcessDefinitionEntity process, FormDefinition definition, CommandContext context) {
		if (definition == null || definition.getCamundaFormDefinitionKey() == null) {
			return Optional.empty();
		}
		if (!"deployment".equals(definition.getCamundaFormDefinitionBinding())) {
			throw new IllegalStateException(
					"A form of process %s is not bound to its deployment".formatted(process.getKey()));
		}
		String key = definition.getCamundaFormDefinitionKey().getExpressionText();
		CamundaFormDefinition form = new GetCamundaFormDefinitionCmd(new CamundaFormRefImpl(key, "deployment"),
				process.getDeploymentId())
			.execute(context);
		if (form == null) {
			throw new IllegalStateException("Form %s of process %s is not deployed".formatted(key, process.getKey()));
		}
		ResourceEntity resource = context.getResourceManager()
			.findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName());
		return Optional.of(FormParser.parse(new String(resource.getBytes(), StandardCharsets.UTF_8)));
	}

}
