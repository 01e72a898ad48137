package org.wuyeflow.office;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The offices' customers.
 */
@Service
@Transactional(readOnly = true)
public class Customers {

	private final CustomerRepository customers;

	Customers(CustomerRepository customers) {
		this.customers = customers;
	}

	/** The names of this office's customers that stand in a text, each once. */
	public List<String> namesIn(String office, String text) {
		return this.customers.namesIn(office, text);
	}

}
