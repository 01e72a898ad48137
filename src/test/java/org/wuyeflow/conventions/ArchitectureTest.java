package org.wuyeflow.conventions;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Who may import what. Written as test methods: rules in fields have been seen to run
 * zero tests.
 */
class ArchitectureTest {

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
			.and()
			.areTopLevelClasses()
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
			.dependOnClassesThat()
			.resideInAnyPackage("org.wuyeflow.deadline..", "org.wuyeflow.record..", "org.wuyeflow.process..",
					"org.wuyeflow.web..", "org.wuyeflow.complaint..")
			.check(CLASSES);
	}

	@Test
	void deadlinesDependOnOfficesAlone() {
		noClasses().that()
			.resideInAPackage("org.wuyeflow.deadline..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.wuyeflow..")
				.and(not(resideInAnyPackage("org.wuyeflow", "org.wuyeflow.deadline..", "org.wuyeflow.office..")))
				.or(resideInAPackage("org.camunda..")))
			.check(CLASSES);
	}

	@Test
	void recordsKnowNoProcedureAndNoEngine() {
		noClasses().that()
			.resideInAPackage("org.wuyeflow.record..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.wuyeflow.process..", "org.wuyeflow.complaint..", "org.camunda..")
			.check(CLASSES);
	}

	@Test
	void theEnginesHouseKnowsNoProcedure() {
		noClasses().that()
			.resideInAPackage("org.wuyeflow.process..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.wuyeflow.complaint..")
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
	void entitiesOfAProcedureAreItsOwn() {
		noClasses().that()
			.resideOutsideOfPackage("org.wuyeflow.complaint..")
			.should()
			.dependOnClassesThat()
			.areAnnotatedWith(Entity.class)
			.andShould()
			.dependOnClassesThat()
			.resideInAPackage("org.wuyeflow.complaint..")
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

}
