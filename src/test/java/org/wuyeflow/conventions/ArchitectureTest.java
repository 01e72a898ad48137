package org.wuyeflow.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Who may import what. Written as test methods: rules in fields have been seen to run
 * zero tests.
 */
class ArchitectureTest {

	private static final Set<String> SUPPORT = Set.of("office", "record", "deadline", "notice", "notify");

	private static final String[] PROCEDURES = procedures();

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.wuyeflow");

	@Test
	void onlyGlueImportsTheEngine() {
		noClasses().that()
			.resideOutsideOfPackage("org.wuyeflow.process..")
			.and()
			.haveSimpleNameNotEndingWith("Delegate")
			.and()
			.haveSimpleNameNotEndingWith("Listener")
			.and()
			.haveSimpleNameNotEndingWith("Process")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("org.wuyeflow.(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void officesDependOnNothingOfOurs() {
		noClasses().that()
			.resideInAPackage("org.wuyeflow.office..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.wuyeflow..")
				.and(resideOutsideOfPackages("org.wuyeflow.office..", "org.wuyeflow")))
			.check(CLASSES);
	}

	@Test
	void messagesDependOnOfficesAndTheirHoursOnly() {
		noClasses().that()
			.resideInAPackage("org.wuyeflow.notify..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.wuyeflow..").and(resideOutsideOfPackages("org.wuyeflow.notify..",
					"org.wuyeflow.deadline..", "org.wuyeflow.office..", "org.wuyeflow")))
			.check(CLASSES);
	}

	@Test
	void deadlinesDependOnOfficesAndRecordsAlone() {
		noClasses().that()
			.resideInAPackage("org.wuyeflow.deadline..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.wuyeflow..")
				.and(resideOutsideOfPackages("org.wuyeflow.deadline..", "org.wuyeflow.office..",
						"org.wuyeflow.record..", "org.wuyeflow"))
				.or(resideInAPackage("org.camunda..")))
			.check(CLASSES);
	}

	@Test
	void whatProceduresStandOnKnowsNoProcedureAndNoEngine() {
		noClasses().that()
			.resideInAnyPackage(SUPPORT.stream().map(ArchitectureTest::tree).toArray(String[]::new))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.wuyeflow.process..", "org.camunda..")
			.orShould()
			.dependOnClassesThat()
			.resideInAnyPackage(PROCEDURES)
			.check(CLASSES);
	}

	@Test
	void theEnginesHouseKnowsNoProcedure() {
		noClasses().that()
			.resideInAPackage("org.wuyeflow.process..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(PROCEDURES)
			.check(CLASSES);
	}

	@Test
	void proceduresDoNotReachIntoEachOther() {
		slices().matching("org.wuyeflow.(*)..")
			.should()
			.notDependOnEachOther()
			.ignoreDependency(resideOutsideOfPackages(PROCEDURES), alwaysTrue())
			.ignoreDependency(alwaysTrue(), resideOutsideOfPackages(PROCEDURES))
			.check(CLASSES);
	}

	@Test
	void glueNeverTouchesARepository() {
		noClasses().that()
			.haveSimpleNameEndingWith("Delegate")
			.or()
			.haveSimpleNameEndingWith("Listener")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(Repository.class)
			.check(CLASSES);
	}

	@Test
	void repositoriesStayInTheirPackage() {
		classes().that().areAssignableTo(Repository.class).should().notBePublic().check(CLASSES);
	}

	@Test
	void onlyVerificationReachesBelowJdbc() {
		noClasses().that()
			.resideOutsideOfPackage("org.wuyeflow.record.verify")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("com.mysql..")
			.check(CLASSES);
	}

	@Test
	void loggingGoesThroughSlf4j() {
		NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
	}

	@Test
	void timeGoesThroughTheClock() {
		noClasses().should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(java.time.LocalDate.class, "now")
			.orShould()
			.callMethod(java.time.LocalDateTime.class, "now")
			.orShould()
			.callMethod(java.time.ZonedDateTime.class, "now")
			.orShould()
			.callMethod(java.time.OffsetDateTime.class, "now")
			.orShould()
			.callMethod(java.time.ZoneId.class, "systemDefault")
			.check(CLASSES);
	}

	private static String[] procedures() {
		try (Stream<Path> folders = Files.list(Models.PROCESSES)) {
			return folders.map((folder) -> tree(folder.getFileName().toString())).toArray(String[]::new);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String tree(String name) {
		return "org.wuyeflow." + name + "..";
	}

}
