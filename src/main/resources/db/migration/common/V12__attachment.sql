create table attachment (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  case_number varchar(32),
  record_id binary(16),
  kind varchar(20) not null,
  file_name varchar(200) not null,
  file_type varchar(10) not null,
  size_in_bytes int not null,
  sha256 varchar(64) not null,
  thumbnail_sha256 varchar(64),
  attached_at datetime(6) not null,
  attached_by_id varchar(64) not null,
  attached_by_name varchar(100) not null,
  withdrawn_at datetime(6),
  withdrawn_by_name varchar(100),
  withdrawal_reason varchar(200),
  primary key (id)
);

create index attachment_case on attachment (case_number);
create index attachment_record on attachment (record_id);

create table attachment_content (
  attachment_id binary(16) not null,
  content longblob not null,
  thumbnail mediumblob,
  primary key (attachment_id),
  constraint attachment_content_attachment foreign key (attachment_id) references attachment (id)
);
