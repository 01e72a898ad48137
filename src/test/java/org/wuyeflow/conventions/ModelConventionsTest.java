package org.wuyeflow.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wuyeflow.conventions.Models.Source;
import org.wuyeflow.process.ProcessVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The naming chain from model to form, code, test and page: whoever opens one of them
 * finds the others by name alone.
 */
class ModelConventionsTest {

	private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*");

	private static final Pattern CLAUSE_IN_TEXT = Pattern.compile("C[PCMS]-[\\w.]+|PP-[\\w.]+");

	static List<Source<BpmnModelInstance>> processes() {
		return Models.processes();
	}

	static List<Source<org.camunda.bpm.model.dmn.DmnModelInstance>> decisions() {
		return Models.decisions();
	}

	static List<Source<JsonNode>> forms() {
		return Models.forms();
	}

	@ParameterizedTest
	@MethodSource("processes")
	void fileIsNamedAfterItsProcess(Source<BpmnModelInstance> source) {
		Process process = process(source);
		assertThat(process.getId()).isEqualTo(source.name()).startsWith(source.slug() + "-");
		assertThat(process.getName()).matches(CHINESE);
		assertThat(process.isExecutable()).isTrue();
		assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
		assertThat(process.getCamundaCandidateStarterGroupsList()).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("processes")
	void flowNodesHaveTypedIdsAndChineseNames(Source<BpmnModelInstance> source) {
		for (FlowNode node : source.model().getModelElementsByType(FlowNode.class)) {
			String type = node.getElementType().getTypeName();
			String prefix = node instanceof ExclusiveGateway ? "Gateway" : Character.toUpperCase(type.charAt(0))
					+ type.substring(1).replaceFirst("^(.*)Gateway$", "Gateway");
			assertThat(node.getId()).as("id")
				.matches(prefix.replaceFirst("^.*Gateway$", "Gateway") + "_[A-Z][A-Za-z]+");
			boolean join = node instanceof ParallelGateway
					|| prefix.equals("Gateway") && node.getOutgoing().size() == 1;
			if (join) {
				assertThat(node.getName()).as("name of the join " + node.getId()).isNull();
			}
			else {
				assertThat(node.getName()).as("name of " + node.getId()).isNotNull().matches(CHINESE);
			}
			if (prefix.equals("Gateway") && node.getName() != null) {
				assertThat(node.getName()).as(node.getId() + " is a question").endsWith("？");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void flowsAreNamedAfterQuestionAndAnswer(Source<BpmnModelInstance> source) {
		for (ExclusiveGateway gateway : source.model().getModelElementsByType(ExclusiveGateway.class)) {
			if (gateway.getOutgoing().size() > 1) {
				for (SequenceFlow flow : gateway.getOutgoing()) {
					assertThat(flow.getId()).startsWith("Flow_" + suffix(gateway));
					assertThat(flow.getName()).as("answer on " + flow.getId()).isNotNull().matches(CHINESE);
					assertThat(flow.getConditionExpression() != null || flow.equals(gateway.getDefault()))
						.as(flow.getId() + " has a condition or is the default")
						.isTrue();
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void userTasksHaveAFormARoleAndARecorder(Source<BpmnModelInstance> source) {
		for (UserTask task : source.model().getModelElementsByType(UserTask.class)) {
			assertThat(task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"))
				.as("form of " + task.getId())
				.isEqualTo(kebab(suffix(task)));
			assertThat(task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRefBinding"))
				.isEqualTo("deployment");
			assertThat(Models.FORMS.resolve(source.slug()).resolve(kebab(suffix(task)) + ".form")).exists();
			assertThat(task.getCamundaCandidateGroups()).as("role of " + task.getId()).isNotBlank();
			List<CamundaTaskListener> listeners = task.getExtensionElements()
				.getElementsQuery()
				.filterByType(CamundaTaskListener.class)
				.list();
			assertThat(listeners).as("recorder of " + task.getId()).singleElement().satisfies((listener) -> {
				assertThat(listener.getCamundaEvent()).isEqualTo("complete");
				assertThat(listener.getCamundaDelegateExpression())
					.isEqualTo("${" + uncapitalized(suffix(task)) + "Listener}");
			});
			assertThat(source(code(source), suffix(task) + "Listener")).as("recorder of " + task.getId()).isPresent();
			assertThat(Models.clauses(task)).as("clauses of " + task.getId()).isNotEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void userTasksAreDueAtSomeTime(Source<BpmnModelInstance> source) {
		assertThat(source.model().getModelElementsByType(UserTask.class))
			.allSatisfy((task) -> assertThat(task.getCamundaDueDate()).as("due date of " + task.getId()).isNotNull());
	}

	@ParameterizedTest
	@MethodSource("processes")
	void serviceTasksCallADelegateOfTheirName(Source<BpmnModelInstance> source) {
		assertThat(source.model().getModelElementsByType(ScriptTask.class)).isEmpty();
		for (ServiceTask task : source.model().getModelElementsByType(ServiceTask.class)) {
			assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + uncapitalized(suffix(task)) + "Delegate}");
			assertThat(task.getCamundaClass()).isNull();
			assertThat(source(code(source), suffix(task) + "Delegate")).as("delegate of " + task.getId()).isPresent();
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void whatIsSubmittedIsRecordedInTheSameTransaction(Source<BpmnModelInstance> source) {
		for (FlowNode node : source.model().getModelElementsByType(FlowNode.class)) {
			assertThat(node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()).as("async at " + node.getId())
				.isFalse();
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void decisionsResolveWithinTheDeployment(Source<BpmnModelInstance> source) {
		for (BusinessRuleTask task : source.model().getModelElementsByType(BusinessRuleTask.class)) {
			assertThat(Models.PROCESSES.resolve(source.slug()).resolve(task.getCamundaDecisionRef() + ".dmn")).exists();
			assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void startEventOfTheProcessHasAFormNamedVerbObject(Source<BpmnModelInstance> source) {
		for (StartEvent start : source.model().getModelElementsByType(StartEvent.class)) {
			String form = start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
			if (form != null) {
				assertThat(form).matches("[a-z]+(-[a-z]+)+");
				assertThat(Models.FORMS.resolve(source.slug()).resolve(form + ".form")).exists();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void clausesNamedInTheModelExist(Source<BpmnModelInstance> source) throws IOException {
		Set<String> catalogue = ClauseCatalogue.ids();
		for (BaseElement element : source.model().getModelElementsByType(BaseElement.class)) {
			assertThat(catalogue).as("clauses of " + element.getId()).containsAll(Models.clauses(element));
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void diagramShowsEveryElementOnceAndWithoutOverlap(Source<BpmnModelInstance> source) {
		Set<String> shapes = source.model()
			.getModelElementsByType(BpmnShape.class)
			.stream()
			.map((shape) -> shape.getBpmnElement().getId())
			.collect(Collectors.toSet());
		Set<String> edges = source.model()
			.getModelElementsByType(BpmnEdge.class)
			.stream()
			.map((edge) -> edge.getBpmnElement().getId())
			.collect(Collectors.toSet());
		assertThat(shapes).containsAll(ids(source.model().getModelElementsByType(FlowNode.class)));
		assertThat(edges).containsAll(ids(source.model().getModelElementsByType(SequenceFlow.class)));
		source.model()
			.getModelElementsByType(BpmnPlane.class)
			.forEach((plane) -> assertThat(overlaps(plane)).as(plane.getId()).isEmpty());
	}

	private static List<String> overlaps(BpmnPlane plane) {
		List<BpmnShape> solid = plane.getChildElementsByType(BpmnShape.class)
			.stream()
			.filter((shape) -> !(shape.getBpmnElement() instanceof SubProcess && shape.isExpanded())
					&& !shape.getBpmnElement().getId().startsWith("BoundaryEvent_"))
			.toList();
		List<String> overlaps = new ArrayList<>();
		for (int i = 0; i < solid.size(); i++) {
			for (int j = i + 1; j < solid.size(); j++) {
				if (overlap(solid.get(i).getBounds(), solid.get(j).getBounds())) {
					overlaps.add(solid.get(i).getId() + " on " + solid.get(j).getId());
				}
			}
		}
		return overlaps;
	}

	@ParameterizedTest
	@MethodSource("processes")
	void everyProcessHasATestOfItsName(Source<BpmnModelInstance> source) {
		String name = Stream.of(source.name().split("-"))
			.map((part) -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
			.collect(Collectors.joining());
		assertThat(source(Path.of("src/test/java/org/wuyeflow", source.slug()), name + "ProcessTest")).isPresent();
	}

	@ParameterizedTest
	@MethodSource("decisions")
	void decisionIsNamedAfterItsFileAndExplainsItsRows(Source<org.camunda.bpm.model.dmn.DmnModelInstance> source)
			throws IOException {
		Set<String> catalogue = ClauseCatalogue.ids();
		Decision decision = source.model().getModelElementsByType(Decision.class).iterator().next();
		assertThat(decision.getId()).isEqualTo(source.name()).startsWith(source.slug() + "-");
		assertThat(decision.getName()).matches(CHINESE);
		assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
		source.model().getModelElementsByType(org.camunda.bpm.model.dmn.instance.Rule.class).forEach((rule) -> {
			assertThat(rule.getDescription()).as("row " + rule.getId()).isNotNull();
			assertThat(catalogue).containsAll(CLAUSE_IN_TEXT.matcher(rule.getDescription().getTextContent())
				.results()
				.map((match) -> match.group())
				.toList());
		});
	}

	@ParameterizedTest
	@MethodSource("forms")
	void formIsNamedAfterItsFileAndUsesTypedVariables(Source<JsonNode> source) throws ReflectiveOperationException {
		assertThat(source.model().path("id").asText()).isEqualTo(source.name());
		List<String> keys = Models.keys(source.model());
		assertThat(keys).doesNotHaveDuplicates();
		assertThat(variables(source)).as("constants in the procedure's variables").containsAll(keys);
	}

	@Test
	void everyFormBelongsToAnElementAndEveryDecisionIsUsed() {
		Set<String> used = new HashSet<>();
		for (Source<BpmnModelInstance> source : Models.processes()) {
			Stream
				.concat(source.model().getModelElementsByType(UserTask.class).stream(),
						source.model().getModelElementsByType(StartEvent.class).stream())
				.map((element) -> element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"))
				.forEach(used::add);
			source.model()
				.getModelElementsByType(BusinessRuleTask.class)
				.forEach((task) -> used.add(task.getCamundaDecisionRef()));
			if (source.model()
				.getModelElementsByType(UserTask.class)
				.stream()
				.anyMatch(ModelConventionsTest::limited)) {
				used.add(source.slug() + "-task-limit");
			}
		}
		assertThat(Models.forms()).extracting(Source::name).isSubsetOf(used);
		assertThat(Models.decisions()).extracting(Source::name).isSubsetOf(used);
	}

	@Test
	void everyProcedureHasItsPage() {
		assertThat(Models.processes())
			.allSatisfy((source) -> assertThat(Path.of("docs/procedures", source.slug() + ".md")).exists());
	}

	@ParameterizedTest
	@MethodSource("processes")
	void tasksWhoseLimitATableGivesHaveARowThere(Source<BpmnModelInstance> source) {
		List<String> tasks = source.model()
			.getModelElementsByType(UserTask.class)
			.stream()
			.filter(ModelConventionsTest::limited)
			.map((task) -> '"' + task.getName() + '"')
			.toList();
		List<String> rows = Models.decisions()
			.stream()
			.filter((table) -> table.name().equals(source.slug() + "-task-limit"))
			.flatMap((table) -> table.model().getModelElementsByType(InputEntry.class).stream())
			.map((entry) -> entry.getText().getTextContent())
			.toList();
		assertThat(rows).containsAll(tasks).doesNotHaveDuplicates();
	}

	private static boolean limited(UserTask task) {
		return (task.getCamundaDueDate() + task.getCamundaFollowUpDate()).contains("taskLimits");
	}

	private static Set<String> variables(Source<?> source) throws ReflectiveOperationException {
		String simple = Character.toUpperCase(source.slug().charAt(0)) + source.slug().substring(1) + "Variables";
		Path file = source(code(source), simple).orElseThrow();
		String type = Path.of("src/main/java")
			.relativize(file)
			.toString()
			.replace('/', '.')
			.replaceFirst("\\.java$", "");
		Set<String> names = new TreeSet<>();
		for (Field field : Class.forName(type).getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers()) && field.getType() == ProcessVariable.class) {
				field.setAccessible(true);
				names.add(((ProcessVariable<?>) field.get(null)).name());
			}
		}
		return names;
	}

	private static Process process(Source<BpmnModelInstance> source) {
		return source.model().getModelElementsByType(Process.class).iterator().next();
	}

	private static Path code(Source<?> source) {
		return Path.of("src/main/java/org/wuyeflow", source.slug());
	}

	private static Optional<Path> source(Path folder, String simpleName) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.endsWith(simpleName + ".java")).findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean overlap(Bounds a, Bounds b) {
		return a.getX() < b.getX() + b.getWidth() && b.getX() < a.getX() + a.getWidth()
				&& a.getY() < b.getY() + b.getHeight() && b.getY() < a.getY() + a.getHeight();
	}

	private static List<String> ids(Collection<? extends BaseElement> elements) {
		return elements.stream().map(BaseElement::getId).toList();
	}

	static String suffix(BaseElement element) {
		return element.getId().substring(element.getId().indexOf('_') + 1);
	}

	private static String uncapitalized(String text) {
		return Character.toLowerCase(text.charAt(0)) + text.substring(1);
	}

	static String kebab(String pascal) {
		return pascal.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
	}

}
