/**
 * {@code java -jar wuyeflow.jar verify-records}: recomputes the ledger of all records
 * from the database's rows by code of its own. It shares no canonical form, no hashing
 * and no entity with what writes them; of the records' classes it reads only the
 * annotations that say which column holds which field.
 */
package org.wuyeflow.record.verify;
