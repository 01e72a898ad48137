package org.wuyeflow.mail.counter;
