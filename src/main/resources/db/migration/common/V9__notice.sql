create table notice (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  case_number varchar(32),
  title varchar(100) not null,
  content text not null,
  valid_from date not null,
  valid_to date not null,
  published_at datetime(6) not null,
  published_by varchar(100) not null,
  withdrawn_at datetime(6),
  withdrawn_by varchar(100),
  withdrawal_reason varchar(400),
  primary key (id),
  constraint notice_office foreign key (office_id) references office (id)
);

create index notice_board on notice (valid_to, valid_from, published_at);
create index notice_case on notice (case_number);
