package org.wuyeflow.conventions;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures in the pages of the procedures show the models as they are. Where this
 * fails, {@link ModelPictures} draws them anew.
 */
class ModelPicturesTest {

	@Test
	void eachPlaneOfEachModelHasItsPictureAndNoOtherLiesThere() throws IOException {
		assertThat(ModelPictures.present()).containsExactlyElementsOf(ModelPictures.expected().keySet());
	}

	@Test
	void picturesShowTheModelsAsTheyAre() throws IOException {
		assertThat(Files.readAllLines(ModelPictures.LIST)).containsExactlyElementsOf(ModelPictures.expected()
			.entrySet()
			.stream()
			.map((picture) -> picture.getKey() + " " + picture.getValue())
			.toList());
	}

	@Test
	void pagesShowEveryPicture() throws IOException {
		StringBuilder pages = new StringBuilder();
		for (String slug : Models.processes().stream().map(Models.Source::slug).distinct().toList()) {
			pages.append(Files.readString(ModelPictures.FOLDER.resolve(slug + ".md")));
		}
		assertThat(ModelPictures.present()).allSatisfy((name) -> assertThat(pages).contains("(" + name + ")"));
	}

}
