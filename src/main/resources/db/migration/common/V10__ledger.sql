alter table record_change add column personal_salt varbinary(16);
alter table record_change add column personal_hash varbinary(32);
alter table record_change add column leaf varbinary(32);
alter table record_change add column stamp varbinary(32);
alter table record_change add column seal_number bigint;

create index record_change_seal on record_change (seal_number);

create table ledger_seal (
  block_number bigint not null,
  previous_link varbinary(32) not null,
  row_count int not null,
  total_rows bigint not null,
  merkle_root varbinary(32) not null,
  sealed_at datetime(6) not null,
  key_id varchar(32) not null,
  signature varbinary(64) not null,
  primary key (block_number)
);

create table ledger_lock (
  id int not null,
  primary key (id)
);

insert into ledger_lock (id) values (1);

create table legal_hold (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  case_number varchar(32),
  record_id binary(16) not null,
  held_serial varchar(32) not null,
  reason text not null,
  hold_until date,
  placed_at datetime(6) not null,
  placed_by_id varchar(64) not null,
  placed_by_name varchar(100) not null,
  lifted_at datetime(6),
  lifted_by_id varchar(64),
  lifted_by_name varchar(100),
  lifting_reason text,
  primary key (id)
);

create index legal_hold_case on legal_hold (case_number);
create index legal_hold_record on legal_hold (record_id);
