alter table occupancy add column ended_on date;

create index occupancy_open on occupancy (house_id, ended_on);
alter table occupancy drop constraint occupancy_once;

create table estate_import (
  id binary(16) not null,
  imported_at datetime(6) not null,
  imported_by_id varchar(64) not null,
  imported_by_name varchar(100) not null,
  file_name varchar(200) not null,
  file_sha256 varchar(64) not null,
  file_rows int not null,
  offices varchar(1000) not null,
  outcome varchar(1000) not null,
  primary key (id)
);

create index estate_import_list on estate_import (imported_at);
