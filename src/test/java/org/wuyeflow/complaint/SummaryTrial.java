package org.wuyeflow.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.wuyeflow.complaint.summary.ComplaintSummary;
import org.wuyeflow.complaint.summary.Figure;
import org.wuyeflow.complaint.summary.SummaryCase;
import org.wuyeflow.complaint.summary.SummaryService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tests of both summaries ask of the application.
 */
final class SummaryTrial {

	static final Map<String, Object> AGREED = Map.of("summaryDecision", "agreed");

	static final Map<String, Object> RETURNED = Map.of("summaryDecision", "returned", "summaryRemark", "请写明责任人");

	private final ProcessEngine engine;

	private final SummaryService summaries;

	SummaryTrial(ProcessEngine engine, SummaryService summaries) {
		this.engine = engine;
		this.summaries = summaries;
	}

	/** The numbers of the running instances of a process in an office, oldest first. */
	List<String> running(String process, String office) {
		RuntimeService instances = this.engine.getRuntimeService();
		return instances.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.tenantIdIn(office)
			.orderByBusinessKey()
			.asc()
			.list()
			.stream()
			.map((instance) -> instance.getBusinessKey())
			.toList();
	}

	ComplaintSummary summary(String number) {
		return this.summaries.find(number).orElseThrow();
	}

	/** The complaints behind a figure. */
	Set<String> behind(ComplaintSummary summary, Figure figure) {
		Set<String> numbers = new TreeSet<>();
		this.summaries.cases(summary)
			.stream()
			.filter(figure::counts)
			.map(SummaryCase::complaintNumber)
			.forEach(numbers::add);
		assertThat(summary.figures().of(figure)).as(figure + " is the count of its cases").isEqualTo(numbers.size());
		return numbers;
	}

	/** Each element and each flow of the model was taken. */
	void assertTaken(String process, Collection<String> flows) {
		BpmnModelInstance model = this.engine.getRepositoryService()
			.getBpmnModelInstance(this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey(process)
				.latestVersion()
				.singleResult()
				.getId());
		Set<String> visited = new TreeSet<>();
		this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.finished()
			.unlimitedList()
			.forEach((instance) -> visited.add(instance.getActivityId()));
		assertThat(model.getModelElementsByType(FlowNode.class)).extracting(FlowElement::getId)
			.filteredOn((id) -> !visited.contains(id))
			.isEmpty();
		assertThat(model.getModelElementsByType(SequenceFlow.class)).extracting(FlowElement::getId)
			.filteredOn((id) -> !flows.contains(id))
			.isEmpty();
	}

}
