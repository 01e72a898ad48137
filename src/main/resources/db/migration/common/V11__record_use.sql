create table record_look (
  id binary(16) not null,
  look_id binary(16) not null,
  form varchar(40) not null,
  record_id binary(16) not null,
  office_id varchar(64) not null,
  serial varchar(32) not null,
  staff_id varchar(64) not null,
  staff_name varchar(100) not null,
  looked_at datetime(6) not null,
  way varchar(20) not null,
  reason varchar(200) not null,
  reason_salt varbinary(16),
  reason_hash varbinary(32) not null,
  leaf varbinary(32) not null,
  stamp varbinary(32) not null,
  seal_number bigint,
  primary key (id)
);

create index record_look_record on record_look (record_id, looked_at);
create index record_look_look on record_look (look_id);
create index record_look_seal on record_look (seal_number);

create table record_correction (
  id binary(16) not null,
  version int not null,
  form varchar(40) not null,
  record_id binary(16) not null,
  office_id varchar(64) not null,
  serial varchar(32) not null,
  case_number varchar(32),
  attribute varchar(100) not null,
  label varchar(100) not null,
  old_value mediumtext,
  new_value mediumtext,
  reason varchar(500) not null,
  proposed_by_id varchar(64) not null,
  proposed_by_name varchar(100) not null,
  proposed_at datetime(6) not null,
  correction_state varchar(20) not null,
  decided_by_id varchar(64),
  decided_by_name varchar(100),
  decided_at datetime(6),
  remark varchar(500),
  primary key (id)
);

create index record_correction_record on record_correction (record_id, proposed_at);
create index record_correction_waiting on record_correction (correction_state, office_id, proposed_at);

create index duty_log_entry_time on duty_log_entry (recorded_at, id, office_id);
create index duty_log_entry_open on duty_log_entry (office_id, record_status, recorded_at);
create index duty_log_entry_house on duty_log_entry (office_id, house_number);
create index complaint_followup_time on complaint_followup (recorded_at, id, office_id);
create index complaint_followup_open on complaint_followup (office_id, record_status, recorded_at);
create index complaint_followup_house on complaint_followup (office_id, house_number);
create index complaint_record_time on complaint_record (recorded_at, id, office_id);
create index complaint_record_open on complaint_record (office_id, record_status, recorded_at);
create index complaint_record_house on complaint_record (office_id, house_number);
create index customer_opinion_time on customer_opinion (recorded_at, id, office_id);
create index customer_opinion_open on customer_opinion (office_id, record_status, recorded_at);
create index customer_opinion_house on customer_opinion (office_id, house_number);
create index leftover_works_time on leftover_works (recorded_at, id, office_id);
create index leftover_works_open on leftover_works (office_id, record_status, recorded_at);
create index leftover_works_house on leftover_works (office_id, house_number);
create index complaint_summary_time on complaint_summary (recorded_at, id, office_id);
