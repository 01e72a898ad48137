package org.wuyeflow.process.security;

import java.util.stream.Collectors;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.office.OfficeSettings;
import org.wuyeflow.process.ModelDeployment;
import org.wuyeflow.process.TasklistFilters;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the engine to where people can work, before the first request is let in: models,
 * roles, offices, the sample's staff, rights, task lists. It is one transaction behind
 * one lock, so that nodes which start together do it one after the other, and the second
 * finds it done.
 */
@Component
class EngineBootstrap implements SmartInitializingSingleton {

	private final ProcessEngineConfigurationImpl engine;

	private final TransactionOperations transaction;

	private final ModelDeployment models;

	private final RoleBootstrap roles;

	private final OfficeSettings settings;

	private final OfficeDirectory offices;

	private final ObjectProvider<SampleStaff> sample;

	private final Grants grants;

	private final TasklistFilters taskLists;

	EngineBootstrap(ProcessEngineConfigurationImpl engine, TransactionOperations transaction, ModelDeployment models,
			RoleBootstrap roles, OfficeSettings settings, OfficeDirectory offices, ObjectProvider<SampleStaff> sample,
			Grants grants, TasklistFilters taskLists) {
		this.engine = engine;
		this.transaction = transaction;
		this.models = models;
		this.roles = roles;
		this.settings = settings;
		this.offices = offices;
		this.sample = sample;
		this.grants = grants;
		this.taskLists = taskLists;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			this.engine.getCommandExecutorTxRequired().execute((context) -> {
				context.getPropertyManager().acquireExclusiveLock();
				return null;
			});
			this.models.deployWhereChanged();
			this.roles.groups();
			this.settings.apply();
			this.roles.tenants(this.offices.all().stream().collect(Collectors.toMap(Office::id, Office::name)));
			this.sample.ifAvailable(SampleStaff::make);
			this.grants.apply();
			this.taskLists.save();
		});
	}

}
