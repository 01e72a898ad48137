package org.wuyeflow.office;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sample's two offices with their houses and customers, all of it invented. Loaded
 * once, into an empty database, before anything else at the start; the same at every
 * loading.
 */
@Component
@Profile("demo")
class SampleEstate implements InitializingBean {

	private static final int BUILDINGS = 5;

	private static final int UNITS = 2;

	private static final int STOREYS = 16;

	private static final int TOWER_STOREYS = 20;

	private static final int ROOMS_ON_A_TOWER_STOREY = 6;

	private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙",
			"胡", "朱", "高", "林", "何", "郭", "马", "罗", "欧阳", "司徒", "邵", "祝", "闵");

	private static final List<String> GIVEN_NAMES = List.of("伟", "芳", "建国", "秀英", "敏", "静怡", "丽", "志强", "磊", "洋", "艳红",
			"勇", "雅婷", "杰", "桂兰", "思远", "子涵", "晓东", "春梅", "海燕", "文博", "玉珍", "立新", "佳慧", "国栋", "若溪", "𠮷祥", "婉清");

	private static final List<String> TENANTS = List.of("云帆软件有限公司", "恒信会计师事务所", "东方晴商贸有限公司", "博雅教育咨询有限公司", "汇通货运代理有限公司",
			"明德律师事务所", "青禾设计有限公司", "百川医疗器械有限公司", "同心保险代理有限公司", "星野文化传播有限公司", "锦程旅行社有限公司", "诚达建筑工程有限公司");

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	SampleEstate(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void afterPropertiesSet() {
		this.transaction.executeWithoutResult((status) -> {
			Integer offices = this.jdbc.queryForObject("select count(*) from office", Integer.class);
			if (offices != null && offices == 0) {
				Loading loading = new Loading();
				loading.residential("cuihu", "翠湖花园管理处");
				loading.tower("jinmao", "金茂大厦管理处");
				loading.write(this.jdbc);
			}
		});
	}

	/** The rows of one loading. */
	private static final class Loading {

		private final Random random = new Random(20_260_101);

		private final List<Object[]> offices = new ArrayList<>();

		private final List<Object[]> houses = new ArrayList<>();

		private final List<Object[]> customers = new ArrayList<>();

		private final List<Object[]> occupancies = new ArrayList<>();

		private int phones;

		private void residential(String office, String name) {
			this.offices.add(new Object[] { office, name, OfficeKind.RESIDENTIAL.name(), "OPINION" });
			for (int building = 1; building <= BUILDINGS; building++) {
				for (int unit = 1; unit <= UNITS; unit++) {
					for (int room = 0; room < STOREYS * 2; room++) {
						flat(office, building, unit, (room / 2 + 1) * 100 + room % 2 + 1);
					}
				}
			}
		}

		private void flat(String office, int building, int unit, int room) {
			boolean handedOver = building < BUILDINGS || unit < UNITS;
			boolean movedIn = handedOver && (building == 3 || this.random.nextInt(10) > 0);
			byte[] house = house(office, String.valueOf(building), String.valueOf(unit), room, movedIn);
			if (!handedOver) {
				return;
			}
			String surname = SURNAMES.get(this.random.nextInt(SURNAMES.size()));
			occupancy(house, customer(office, surname + givenName(), mobile(), false), Occupancy.Part.OWNER);
			if (movedIn && this.random.nextInt(4) == 0) {
				String tenant = SURNAMES.get(this.random.nextInt(SURNAMES.size())) + givenName();
				occupancy(house, customer(office, tenant, mobile(), false), Occupancy.Part.TENANT);
			}
			else if (movedIn && this.random.nextInt(3) == 0) {
				occupancy(house, customer(office, surname + givenName(), mobile(), false), Occupancy.Part.FAMILY);
			}
		}

		private void tower(String office, String name) {
			this.offices.add(new Object[] { office, name, OfficeKind.OFFICE_BUILDING.name(), "SUGGESTION" });
			byte[] owner = customer(office, "金茂大厦置业有限公司", mobile(), true);
			for (int room = 0; room < TOWER_STOREYS * ROOMS_ON_A_TOWER_STOREY; room++) {
				int storey = room / ROOMS_ON_A_TOWER_STOREY + 1;
				boolean let = this.random.nextInt(8) > 0;
				byte[] house = house(office, null, null, storey * 100 + room % ROOMS_ON_A_TOWER_STOREY + 1, let);
				occupancy(house, owner, Occupancy.Part.OWNER);
				if (let && room % ROOMS_ON_A_TOWER_STOREY == 0) {
					String tenant = TENANTS.get(storey % TENANTS.size());
					occupancy(house, customer(office, tenant, mobile(), true), Occupancy.Part.TENANT);
				}
			}
		}

		private byte[] house(String office, String building, String unit, int room, boolean movedIn) {
			byte[] id = id();
			String number = (building != null) ? building + "-" + unit + "-" + room : String.valueOf(room);
			LocalDate since = movedIn ? LocalDate.of(2022, 3, 1).plusDays(this.random.nextInt(1200)) : null;
			this.houses.add(new Object[] { id, office, number, building, unit, String.valueOf(room), since });
			return id;
		}

		private byte[] customer(String office, String name, String phone, boolean company) {
			byte[] id = id();
			this.customers.add(new Object[] { id, office, name, phone, company });
			return id;
		}

		private void occupancy(byte[] house, byte[] customer, Occupancy.Part part) {
			this.occupancies.add(new Object[] { id(), house, customer, part.name() });
		}

		private String givenName() {
			return GIVEN_NAMES.get(this.random.nextInt(GIVEN_NAMES.size()));
		}

		private String mobile() {
			return "1990000%04d".formatted(this.phones++);
		}

		private byte[] id() {
			UUID id = new UUID(this.random.nextLong(), this.random.nextLong());
			return ByteBuffer.allocate(16)
				.putLong(id.getMostSignificantBits())
				.putLong(id.getLeastSignificantBits())
				.array();
		}

		private void write(JdbcTemplate jdbc) {
			jdbc.batchUpdate("insert into office (id, name, kind, complaint_edition) values (?, ?, ?, ?)",
					this.offices);
			jdbc.batchUpdate("""
					insert into house (id, office_id, house_number, building, unit_number, room, moved_in_on)
					values (?, ?, ?, ?, ?, ?, ?)""", this.houses);
			jdbc.batchUpdate("insert into customer (id, office_id, name, phone, company) values (?, ?, ?, ?, ?)",
					this.customers);
			jdbc.batchUpdate("insert into occupancy (id, house_id, customer_id, part) values (?, ?, ?, ?)",
					this.occupancies);
		}

	}

}
