create table case_deadline (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  case_number varchar(32) not null,
  purpose varchar(20) not null,
  round_number int not null,
  deadline_state varchar(20) not null,
  started_at datetime(6) not null,
  table_limit varchar(20),
  named_from datetime(6),
  named_millis bigint,
  named_by varchar(100),
  table_replaced boolean not null,
  pauses text not null,
  ladder text not null,
  due_at datetime(6) not null,
  explanation text not null,
  late_since datetime(6),
  kept boolean,
  decided_at datetime(6),
  used_seconds bigint,
  entry_count int not null,
  primary key (id),
  constraint case_deadline_once unique (case_number, purpose, round_number)
);

create index case_deadline_state on case_deadline (deadline_state, case_number);

create table deadline_entry (
  id binary(16) not null,
  version int not null,
  deadline_id binary(16) not null,
  office_id varchar(64) not null,
  case_number varchar(32) not null,
  entry_number int not null,
  purpose varchar(20) not null,
  kind varchar(20) not null,
  old_due_at datetime(6),
  new_due_at datetime(6),
  entry_text varchar(400) not null,
  reason text,
  made_at datetime(6) not null,
  made_by_id varchar(64) not null,
  made_by_name varchar(100) not null,
  told_at datetime(6),
  told_how varchar(20),
  primary key (id),
  constraint deadline_entry_once unique (deadline_id, entry_number),
  constraint deadline_entry_deadline foreign key (deadline_id) references case_deadline (id)
);

create index deadline_entry_case on deadline_entry (case_number, made_at);
