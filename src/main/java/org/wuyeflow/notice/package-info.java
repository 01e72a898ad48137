/**
 * The public notice board (公告栏), {@code /notices}: what the offices tell everybody. Only
 * procedures write to it, through {@link org.wuyeflow.notice.NoticeBoard}, and nothing
 * that names or leads to a customer gets onto it. What is over or withdrawn is gone from
 * view and kept.
 */
package org.wuyeflow.notice;
