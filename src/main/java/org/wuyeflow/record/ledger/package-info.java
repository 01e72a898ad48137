/**
 * The tamper-evident ledger of all changes of records. A change is stamped in the
 * transaction that makes it; the {@link org.wuyeflow.record.ledger.Sealer} seals what is
 * committed into blocks that are chained and signed with a key that lies outside the
 * database; the signed head goes to an {@link org.wuyeflow.record.ledger.Anchor} outside.
 * {@code org.wuyeflow.record.verify} checks it all by a code path of its own.
 */
package org.wuyeflow.record.ledger;
