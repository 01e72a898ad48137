create table calendar_plan (
  plan_year int not null,
  source varchar(200) not null,
  loaded_at datetime(6) not null,
  loaded_by varchar(100) not null,
  primary key (plan_year)
);

create table calendar_exception (
  exception_date date not null,
  plan_year int not null,
  kind varchar(20) not null,
  name varchar(40) not null,
  primary key (exception_date),
  constraint calendar_exception_plan foreign key (plan_year) references calendar_plan (plan_year)
);

create table office_hours (
  office_id varchar(64) not null,
  hours varchar(100) not null,
  primary key (office_id),
  constraint office_hours_office foreign key (office_id) references office (id)
);

alter table complaint add column respond_explanation text;
alter table complaint add column limit_explanation text;
