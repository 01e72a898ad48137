package org.wuyeflow.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.office.Role;

import org.springframework.stereotype.Component;

/**
 * Reads every cell of the tables that give limits before they are deployed, by whatever
 * way they come, so that a mistake is found by who makes it and not by the case that
 * comes to it. A table is one of them where an output is called {@code …Within}, for a
 * limit, or {@code …Before} or {@code …After}, for a fixed time before or after one; its
 * {@code …Percent} are whole numbers and its {@code …Role} are roles.
 */
@Component
final class DeadlineTables extends AbstractProcessEnginePlugin implements Deployer {

	private static final Pattern LIMIT = Pattern.compile(".*Within");

	private static final Pattern FIXED = Pattern.compile(".*(Before|After)");

	private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

	private static final Pattern PERCENT = Pattern.compile("[1-9]\\d{0,2}");

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<Deployer> before = new ArrayList<>(List.of(this));
		if (configuration.getCustomPreDeployers() != null) {
			before.addAll(configuration.getCustomPreDeployers());
		}
		configuration.setCustomPreDeployers(before);
	}

	@Override
	public void deploy(DeploymentEntity deployment) {
		if (deployment.isNew()) {
			deployment.getResources()
				.values()
				.stream()
				.filter((file) -> file.getName().endsWith(".dmn"))
				.forEach((file) -> check(file.getName(), file.getBytes()));
		}
	}

	/**
	 * Refuses a table with a cell that cannot be read.
	 * @param name the file's name
	 * @throws Refusal (400) where there is one; the sentence names the cell
	 */
	static void check(String name, byte[] content) {
		Dmn.readModelFromStream(new ByteArrayInputStream(content))
			.getModelElementsByType(DecisionTable.class)
			.forEach((table) -> check(name, table));
	}

	private static void check(String name, DecisionTable table) {
		List<Output> columns = new ArrayList<>(table.getOutputs());
		if (columns.stream().map(Output::getName).noneMatch(LIMIT.asMatchPredicate().or(FIXED.asMatchPredicate()))) {
			return;
		}
		int row = 0;
		for (Rule rule : table.getRules()) {
			row++;
			List<OutputEntry> cells = new ArrayList<>(rule.getOutputEntries());
			for (int column = 0; column < columns.size(); column++) {
				String cell = cells.get(column).getText().getTextContent().strip();
				if (!readable(columns.get(column).getName(), cell)) {
					throw new Refusal("决策表 " + name + " 第 " + row + " 行「" + columns.get(column).getLabel() + "」的 "
							+ cell
							+ " 看不懂；时限应写成 \"2个工作日\"、\"30个工作分钟\"、\"12小时\" 的样子，还没有时限写 \"-\"，提前或超过多久只能写小时或天，百分比写整数，岗位写岗位编号。");
				}
			}
		}
	}

	private static boolean readable(String column, String cell) {
		Matcher text = TEXT.matcher(cell);
		if (LIMIT.matcher(column).matches()) {
			return text.matches() && ("-".equals(text.group(1)) || limit(text.group(1), (limit) -> true));
		}
		if (FIXED.matcher(column).matches()) {
			return text.matches() && limit(text.group(1), Limit::fixed);
		}
		if (column.endsWith("Percent")) {
			return PERCENT.matcher(cell).matches();
		}
		return !column.endsWith("Role") || (text.matches() && Role.find(text.group(1)).isPresent());
	}

	private static boolean limit(String text, Predicate<Limit> which) {
		try {
			return which.test(Limit.parse(text));
		}
		catch (Refusal ex) {
			return false;
		}
	}

}
