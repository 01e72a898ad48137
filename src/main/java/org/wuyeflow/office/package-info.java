/**
 * Management offices (管理处), the houses they look after, the customers who own and use
 * them, and the staff as rules see them. Depends on nothing else of ours.
 */
package org.wuyeflow.office;
