/**
 * The import of houses, owners and residents from the lists that offices keep:
 * {@link org.wuyeflow.office.estate.EstateFile} reads and checks a file,
 * {@link org.wuyeflow.office.estate.EstateImport} says what it would change and changes
 * it, by the page {@code /estate} or the command {@code import-estate}. Nothing is ever
 * deleted, and nobody is named in logs or results.
 */
package org.wuyeflow.office.estate;
