package org.wuyeflow.office.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.wuyeflow.office.Occupancy;

/**
 * What an import changes, in numbers and by house, naming nobody.
 *
 * @param houses how many houses the file is about
 * @param newHouses how many of them are new
 * @param movedIn at how many known houses the day of moving in changes
 * @param begun how many owners, tenants and members of families are new
 * @param ended how many of them are there no longer
 * @param amended of how many persons and companies the telephone or the kind changes
 * @param unchanged how many houses stay as they are
 * @param absent how many houses of the same offices the file does not name
 * @param lines the known houses that change, each with what changes
 */
record EstateChanges(int houses, int newHouses, int movedIn, Map<Occupancy.Part, Integer> begun,
		Map<Occupancy.Part, Integer> ended, int amended, int unchanged, int absent, List<String> lines) {

	EstateChanges {
		begun = Map.copyOf(begun);
		ended = Map.copyOf(ended);
		lines = List.copyOf(lines);
	}

	/** Whether there is nothing to do. */
	boolean none() {
		return this.unchanged == this.houses;
	}

	/** All of it in one sentence. */
	String summary() {
		List<String> parts = new ArrayList<>();
		add(parts, "新增房屋", this.newHouses, "户");
		add(parts, "入住日期变更", this.movedIn, "户");
		Occupancy.Part[] all = Occupancy.Part.values();
		for (Occupancy.Part part : all) {
			add(parts, "新增" + part.label(), this.begun.getOrDefault(part, 0), "人");
		}
		for (Occupancy.Part part : all) {
			add(parts, part.label() + "迁出", this.ended.getOrDefault(part, 0), "人");
		}
		add(parts, "电话或类型变更", this.amended, "人");
		String changed = parts.isEmpty() ? "没有变化" : parts.stream().collect(Collectors.joining("、"));
		return changed + ((this.unchanged > 0) ? "；其余 " + this.unchanged + " 户不变" : "")
				+ ((this.absent > 0) ? "；文件里没有的 " + this.absent + " 户保持原样" : "") + "。";
	}

	private static void add(List<String> parts, String what, int count, String unit) {
		if (count > 0) {
			parts.add(what + " " + count + " " + unit);
		}
	}

}
