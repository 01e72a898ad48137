package org.wuyeflow.office.estate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.office.Occupancy;
import org.wuyeflow.office.OfficeKind;

import static org.assertj.core.api.Assertions.assertThat;

class EstateFileTest {

	private static final EstateOffice ESTATE = new EstateOffice("cuihu", "翠湖花园管理处", OfficeKind.RESIDENTIAL);

	private static final EstateOffice TOWER = new EstateOffice("jinmao", "金茂大厦管理处", OfficeKind.OFFICE_BUILDING);

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static final String HEADER = "管理处,房号,入住日期,身份,姓名,电话,类型\n";

	@Test
	void rowsAreReadAsTheyAreMeant() {
		EstateFile file = read(HEADER + """
				翠湖花园管理处,3栋2单元1501室,2022/5/1,业主,𠮷 祥,１３９０００００００１,个人
				cuihu,03-02-1501,2022-05-01,家属,李秀英,,
				jinmao,12楼03室,2021年9月1日,租户,"云帆, 软件""有限""公司",021-50000001,单位
				jinmao,1204,,,,,
				""");

		assertThat(file.mistakes()).isEmpty();
		assertThat(file.rows()).extracting((row) -> row.place().office() + " " + row.place().number())
			.containsExactly("cuihu 3-2-1501", "cuihu 3-2-1501", "jinmao 1203", "jinmao 1204");
		assertThat(file.rows().get(0).movedInOn()).isEqualTo("2022-05-01");
		assertThat(file.rows().get(0).occupant())
			.isEqualTo(new EstateRow.Occupant(Occupancy.Part.OWNER, "𠮷 祥", "13900000001", false));
		assertThat(file.rows().get(2).occupant())
			.isEqualTo(new EstateRow.Occupant(Occupancy.Part.TENANT, "云帆, 软件\"有限\"公司", "021-50000001", true));
		assertThat(file.rows().get(3).occupant()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "GB18030" })
	void encodingsOfExcelAreRead(String charset) {
		String text = HEADER + "翠湖花园管理处,3-2-1501,,业主,𠮷祥㐂,13900000001,个人\r\n";
		assertThat(readBytes(text.getBytes(Charset.forName(charset))).rows().get(0).occupant().name())
			.isEqualTo("𠮷祥㐂");
		assertThat(readBytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).mistakes()).isEmpty();
	}

	@Test
	void columnsStandInAnyOrderAndTheOfficeMayBeLeftOutWhereThereIsOne() {
		String text = "姓名,房号,电话,身份,入住日期\n王伟,3-2-1501,13900000001,业主,\n";
		EstateFile file = EstateFile.read(text.getBytes(StandardCharsets.UTF_8), List.of(ESTATE), TODAY);
		assertThat(file.mistakes()).isEmpty();
		assertThat(file.rows()).singleElement().satisfies((row) -> assertThat(row.office()).isEqualTo(ESTATE));
		assertThat(read(text).mistakes()).containsExactly("第 2 行：没有写管理处，应为翠湖花园管理处、金茂大厦管理处");
	}

	@Test
	void exampleForStaffIsWell() throws IOException {
		EstateFile file = readBytes(Files.readAllBytes(Path.of("src/main/resources/static/estate-example.csv")));
		assertThat(file.mistakes()).isEmpty();
		assertThat(file.rows()).hasSize(6);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					湖心管理处,3-2-1501,,业主,王伟,,           | 管理处「湖心管理处」不存在，或不由您导入，应为翠湖花园管理处、金茂大厦管理处
					cuihu,,,业主,王伟,,                       | 没有写房号
					cuihu,1501,,业主,王伟,,                   | 房号「1501」应按「栋-单元-房号」填写，例如 3-2-1501
					cuihu,1-2-3-4,,业主,王伟,,                | 房号「1-2-3-4」应按「栋-单元-房号」填写，例如 3-2-1501
					cuihu,3-2-1501(已售),,业主,王伟,,          | 房号「3-2-1501(已售)」应按「栋-单元-房号」填写，例如 3-2-1501
					jinmao,A-12-3-4,,业主,王伟,,              | 房号「A-12-3-4」应按「楼层加房号」填写，例如 1203
					cuihu,2012/12/1,,业主,王伟,,              | 房号「2012/12/1」像是被 Excel 改成了日期，请把这一列设为「文本」后重新填写
					cuihu,3-2-1501,2026-02-30,业主,王伟,,     | 入住日期「2026-02-30」不存在，应写成 2024-03-01 的样子，没有入住的请留空
					cuihu,3-2-1501,去年,业主,王伟,,            | 入住日期「去年」不存在，应写成 2024-03-01 的样子，没有入住的请留空
					cuihu,3-2-1501,2026-11-25,业主,王伟,,     | 入住日期 2026-11-25 还没有到，没有入住的请留空
					cuihu,3-2-1501,1900-01-01,业主,王伟,,     | 入住日期 1900-01-01 太早
					cuihu,3-2-1501,,,王伟,,                  | 没有写身份，应为业主、租户或家属
					cuihu,3-2-1501,,房东,王伟,,               | 身份「房东」有误，应为业主、租户或家属
					cuihu,3-2-1501,,业主,,13900000001,       | 没有写姓名
					cuihu,3-2-1501,,业主,张?,,                | 姓名里有无法识别的字
					cuihu,3-2-1501,,业主,王伟,1.39E+10,       | 电话被 Excel 改成了科学计数，请把这一列设为「文本」后重新填写
					cuihu,3-2-1501,,业主,王伟,无,             | 电话有误，应为 5 到 40 位的数字，可以有横线、括号
					cuihu,3-2-1501,,业主,王伟,,公司           | 类型「公司」有误，应为个人或单位
					cuihu,3-2-1501,,业主,王伟,,个人,备注       | 有 8 列，比表头多；内容里有逗号的要加引号
					cuihu,3-2,去年,房东,,1,                   | 入住日期「去年」不存在，应写成 2024-03-01 的样子，没有入住的请留空；电话有误，应为 5 到 40 位的数字，可以有横线、括号；身份「房东」有误，应为业主、租户或家属；没有写姓名
					""")
	void badRowIsNamedByLineWithAllThatIsWrong(String row, String mistake) {
		assertThat(read(HEADER + "\n" + row + "\n").mistakes()).containsExactly("第 3 行：" + mistake);
	}

	@Test
	void everyBadRowIsNamedAndTheLinesAreThoseOfTheFile() {
		EstateFile file = read(HEADER + """
				cuihu,3-2-1501,,业主,"王
				伟",,

				cuihu,1501,,业主,王伟,,
				cuihu,3-2-1502,,业主,李芳,,
				cuihu,3-2-1503,,房东,李芳,,
				""");
		assertThat(file.mistakes()).extracting((mistake) -> mistake.substring(0, 5)).containsExactly("第 5 行", "第 7 行");
		assertThat(file.rows().get(0).occupant().name()).isEqualTo("王 伟");
	}

	@Test
	void rowsThatContradictEachOtherAreNamed() {
		assertThat(read(HEADER + """
				cuihu,3-2-1501,2022-05-01,业主,王伟,13900000001,
				cuihu,3栋2单元1501,,业主,王伟,13900000001,
				cuihu,3-2-1501,2022-05-02,家属,李芳,,
				cuihu,3-2-1502,,,,,
				cuihu,3-2-1502,,,,,
				""").mistakes()).containsExactly("第 3 行：与第 2 行重复", "第 4 行：入住日期与第 2 行（同一房屋）不一致", "第 6 行：与第 5 行重复");
	}

	@Test
	void unitThatIsMissingIsNoticed() {
		assertThat(read(HEADER + "cuihu,3-2-1501,,,,,\ncuihu,3-1501,,,,,\ncuihu,4-101,,,,,\n").mistakes())
			.containsExactly("第 3 行：房号 3-1501 与同一栋的 3-2-1501（第 2 行）写法不一致，是不是少写了单元");
	}

	@Test
	void sameNumberInTwoOfficesIsTwoHouses() {
		assertThat(read(HEADER + "cuihu,12-3,,业主,王伟,,\njinmao,12-03,,业主,王伟,,\n").mistakes()).isEmpty();
	}

	@Test
	void headerMustBeWell() {
		assertThat(read("房号,姓名\n1,2\n").mistakes())
			.containsExactly("第 1 行：缺少列「入住日期」、「身份」、「电话」。表头应为「管理处,房号,入住日期,身份,姓名,电话,类型」");
		assertThat(read(HEADER.replace("类型", "备注")).mistakes().get(0)).startsWith("第 1 行：不认识的列「备注」");
		assertThat(read(HEADER.replace("类型", "姓名")).mistakes().get(0)).startsWith("第 1 行：列「姓名」出现了两次");
		assertThat(read("").mistakes()).containsExactly("文件是空的，第 1 行应为表头「管理处,房号,入住日期,身份,姓名,电话,类型」");
		assertThat(read(HEADER).mistakes()).containsExactly("文件里只有表头，没有房屋");
	}

	@Test
	void fileThatIsNoCsvIsNamed() {
		assertThat(readBytes("PK\u0003\u0004xl/workbook.xml".getBytes(StandardCharsets.ISO_8859_1)).mistakes().get(0))
			.contains("这是 Excel 工作簿");
		assertThat(readBytes(HEADER.getBytes(StandardCharsets.UTF_16)).mistakes().get(0)).contains("Unicode 文本");
		assertThat(readBytes(new byte[] { (byte) 0x81, (byte) 0xff, 1 }).mistakes().get(0)).contains("编码无法识别");
		assertThat(read(HEADER + "cuihu,3-2-1501,,业主,\"王伟,,\n").mistakes()).last().isEqualTo("第 2 行：引号不成对，从这里起读不下去");
	}

	@Test
	void nobodyIsNamedInAMistake() {
		EstateFile file = read(
				HEADER + "cuihu,3-2,x,房东,王小明明,139不对,错\n" + "cuihu,3-2-1,,业主,王小明明,13812345678,\n".repeat(2));
		assertThat(String.join("", file.mistakes())).doesNotContain("王小明明", "13812345678", "139不对");
	}

	private static EstateFile read(String text) {
		return readBytes(text.getBytes(StandardCharsets.UTF_8));
	}

	private static EstateFile readBytes(byte[] bytes) {
		return EstateFile.read(bytes, List.of(ESTATE, TOWER), TODAY);
	}

}
