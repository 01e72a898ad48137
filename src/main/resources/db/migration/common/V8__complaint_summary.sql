create table summary_period (
  office_id varchar(64) not null,
  period_kind varchar(20) not null,
  first_day date not null,
  last_day date not null,
  case_number varchar(32),
  opened_at datetime(6),
  primary key (office_id, period_kind, first_day),
  constraint summary_period_office foreign key (office_id) references office (id)
);

create index summary_period_missing on summary_period (case_number, first_day);

create table complaint_summary (
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
  period_kind varchar(20) not null,
  period_label varchar(60) not null,
  first_day date not null,
  last_day date not null,
  due_at datetime(6) not null,
  due_explanation varchar(400) not null,
  received_count int not null,
  closed_count int not null,
  open_count int not null,
  missed_count int not null,
  answer_rate varchar(40) not null,
  solution_rate varchar(40) not null,
  satisfaction_rate varchar(40) not null,
  punctuality_rate varchar(40) not null,
  by_kind varchar(2000),
  by_channel varchar(2000),
  by_department varchar(2000),
  figures varchar(1000) not null,
  figures_before varchar(1000) not null,
  situation text,
  late_causes text,
  improvement text,
  public_statement text,
  prepared_by varchar(100),
  prepared_at datetime(6),
  review_outcome varchar(20),
  review_remark text,
  reviewed_by varchar(100),
  reviewed_at datetime(6),
  published_at datetime(6),
  copied_to varchar(200),
  copied_at datetime(6),
  acknowledgements text,
  archived_at datetime(6),
  ledger_head varchar(200),
  primary key (id),
  constraint complaint_summary_serial unique (office_id, serial),
  constraint complaint_summary_period unique (office_id, period_kind, first_day)
);

create index complaint_summary_list on complaint_summary (office_id, recorded_at);
create index complaint_summary_open on complaint_summary (office_id, record_status, recorded_at);
create index complaint_summary_house on complaint_summary (office_id, house_number);
create index complaint_summary_case on complaint_summary (case_number);

create table summary_case (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  summary_id binary(16) not null,
  summary_number varchar(32) not null,
  complaint_number varchar(32) not null,
  came varchar(20) not null,
  closed boolean not null,
  answered_in_time boolean,
  limit_kept boolean,
  complainant_answer varchar(20),
  origin varchar(20) not null,
  channel varchar(20) not null,
  kind varchar(20) not null,
  department varchar(64),
  complaint_status varchar(20) not null,
  received_at datetime(6) not null,
  registered_at datetime(6) not null,
  respond_by datetime(6),
  first_responded_at datetime(6),
  due_at datetime(6),
  result_at datetime(6),
  closed_at datetime(6),
  primary key (id),
  constraint summary_case_once unique (summary_id, complaint_number),
  constraint summary_case_summary foreign key (summary_id) references complaint_summary (id)
);

create index complaint_open on complaint (office_id, complaint_status, last_closed_at);
