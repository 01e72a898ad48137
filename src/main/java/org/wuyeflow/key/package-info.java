/**
 * Keys in trust (钥匙管理).
 * <p>
 * Models: {@code processes/key/}: {@code key-entrustment} with the table
 * {@code key-chase-rule}, {@code key-borrow} with {@code key-loan-rule},
 * {@code key-use-consent} with {@code key-consent-rule}, {@code key-incident} with
 * {@code key-incident-rule}, {@code key-withdrawal}, {@code key-stocktake} with
 * {@code key-stocktake-rule}, {@code key-monthly-stocktake}; {@code key-task-limit} for
 * them all. Forms: {@code forms/key/}. Glue: {@link org.wuyeflow.key.step}. Records:
 * {@link org.wuyeflow.key.KeyEntrustment} and {@link org.wuyeflow.key.HouseKey}, the two
 * registers; {@link org.wuyeflow.key.KeyLoan}, {@link org.wuyeflow.key.KeyConsent},
 * {@link org.wuyeflow.key.KeyIncident}, {@link org.wuyeflow.key.KeyStocktake},
 * {@link org.wuyeflow.key.KeyAuthority}. Pages: {@code /keys} and {@code /consent}.
 * Clauses CP-5.2.2, CP-5.3.1, CP-5.3.2.A to CP-5.3.2.D2, CP-5.4, CP-6.F1, CP-6.F2,
 * PP-5.2. For people: {@code docs/procedures/key.md}.
 */
package org.wuyeflow.key;
