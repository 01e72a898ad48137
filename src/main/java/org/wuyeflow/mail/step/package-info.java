package org.wuyeflow.mail.step;
