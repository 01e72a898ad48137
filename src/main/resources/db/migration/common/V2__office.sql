create table office (
  id varchar(64) not null,
  name varchar(100) not null,
  kind varchar(20) not null,
  complaint_edition varchar(20) not null,
  primary key (id)
);

create table house (
  id binary(16) not null,
  office_id varchar(64) not null,
  house_number varchar(40) not null,
  building varchar(20),
  unit_number varchar(20),
  room varchar(20) not null,
  moved_in_on date,
  primary key (id),
  constraint house_once unique (office_id, house_number),
  constraint house_office foreign key (office_id) references office (id)
);

create table customer (
  id binary(16) not null,
  office_id varchar(64) not null,
  name varchar(100) not null,
  phone varchar(40),
  company boolean not null,
  primary key (id),
  constraint customer_office foreign key (office_id) references office (id)
);

create index customer_phone on customer (phone);

create table occupancy (
  id binary(16) not null,
  house_id binary(16) not null,
  customer_id binary(16) not null,
  part varchar(20) not null,
  primary key (id),
  constraint occupancy_once unique (house_id, customer_id, part),
  constraint occupancy_house foreign key (house_id) references house (id),
  constraint occupancy_customer foreign key (customer_id) references customer (id)
);
