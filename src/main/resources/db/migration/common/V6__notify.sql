create table outbox_message (
  id binary(16) not null,
  event_key varchar(120) not null,
  office_id varchar(64) not null,
  role_id varchar(64) not null,
  channel varchar(20) not null,
  urgent boolean not null,
  headline varchar(100) not null,
  case_number varchar(32) not null,
  house_number varchar(40),
  case_class varchar(40),
  due_at datetime(6),
  written_at datetime(6) not null,
  attempts int not null,
  next_attempt_at datetime(6),
  last_failure varchar(200),
  sent_at datetime(6),
  given_up_at datetime(6),
  primary key (id),
  constraint outbox_message_once unique (event_key, office_id, role_id, channel)
);

create index outbox_message_due on outbox_message (next_attempt_at);
create index outbox_message_given_up on outbox_message (given_up_at);
