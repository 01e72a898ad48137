create table serial_counter (
  office_id varchar(64) not null,
  prefix varchar(20) not null,
  counter_year int not null,
  last_number int not null,
  primary key (office_id, prefix, counter_year)
);

create table record_change (
  entity_id binary(16) not null,
  change_number int not null,
  entity varchar(60) not null,
  office_id varchar(64) not null,
  case_number varchar(32),
  process varchar(100),
  activity varchar(100),
  activity_name varchar(255),
  step_id varchar(64),
  staff_id varchar(64) not null,
  staff_name varchar(100) not null,
  changed_at datetime(6) not null,
  fields mediumtext not null,
  personal_fields mediumtext not null,
  primary key (entity_id, change_number)
);

create index record_change_case on record_change (case_number);

create table duty_log_entry (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  serial varchar(32) not null,
  case_number varchar(32),
  house_id binary(16),
  house_number varchar(40),
  recorded_at datetime(6) not null,
  recorded_by_id varchar(64) not null,
  recorded_by_name varchar(100) not null,
  record_status varchar(20) not null,
  happened_at datetime(6) not null,
  matter text not null,
  handling text,
  primary key (id),
  constraint duty_log_entry_serial unique (office_id, serial)
);

create index duty_log_entry_list on duty_log_entry (office_id, recorded_at);
create index duty_log_entry_case on duty_log_entry (case_number);
