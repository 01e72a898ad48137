create table mail_delivery (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  delivery_number varchar(32) not null,
  carrier varchar(40) not null,
  opened_at datetime(6) not null,
  opened_by_id varchar(64) not null,
  opened_by_name varchar(100) not null,
  item_count int not null,
  courier_signature varchar(60),
  signed_at datetime(6),
  primary key (id),
  constraint mail_delivery_number unique (office_id, delivery_number)
);

create index mail_delivery_open on mail_delivery (office_id, signed_at);

create table pick_up (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  pick_up_number varchar(32) not null,
  receiver_kind varchar(20) not null,
  receiver_name varchar(60) not null,
  document_kind varchar(20) not null,
  document_last varchar(4) not null,
  owner_document_kind varchar(20),
  owner_document_last varchar(4),
  owner_word varchar(20),
  signature varchar(60) not null,
  picked_up_at datetime(6) not null,
  handed_by_id varchar(64) not null,
  handed_by_name varchar(100) not null,
  primary key (id),
  constraint pick_up_number unique (office_id, pick_up_number)
);

create table mail_item (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  serial varchar(32) not null,
  case_number varchar(32) not null,
  house_id binary(16),
  house_number varchar(40),
  recorded_at datetime(6) not null,
  recorded_by_id varchar(64) not null,
  recorded_by_name varchar(100) not null,
  record_status varchar(20) not null,
  delivery_id binary(16) not null,
  mail_status varchar(20) not null,
  kind varchar(20) not null,
  tracking_number varchar(60),
  addressee varchar(100) not null,
  perishable boolean not null,
  damage_note text,
  damage_detail text,
  damage_signature varchar(60),
  post_help text,
  damage_told_at datetime(6),
  damage_told_how varchar(20),
  shelf varchar(40),
  received_at datetime(6) not null,
  addressee_known boolean not null,
  notices_given int not null,
  last_told_at datetime(6),
  last_told_how varchar(20),
  owner_reached boolean not null,
  written_at datetime(6),
  next_notice_at datetime(6),
  tell_within varchar(20),
  tell_again_within varchar(20),
  tell_last_within varchar(20),
  fetch_within varchar(20),
  claim_within varchar(20),
  warn_within varchar(20),
  return_within varchar(20),
  deadline_id binary(16),
  held_until date,
  announced_at datetime(6),
  announcement varchar(200),
  pick_up_id binary(16),
  return_reason varchar(20),
  returned_at datetime(6),
  post_clerk varchar(60),
  remark text,
  incident_kind varchar(20),
  incident_note text,
  incident_finding text,
  entry_count int not null,
  primary key (id),
  constraint mail_item_serial unique (office_id, serial),
  constraint mail_item_case unique (case_number),
  constraint mail_item_delivery foreign key (delivery_id) references mail_delivery (id),
  constraint mail_item_pick_up foreign key (pick_up_id) references pick_up (id),
  constraint mail_item_deadline foreign key (deadline_id) references case_deadline (id)
);

create index mail_item_list on mail_item (office_id, recorded_at);
create index mail_item_time on mail_item (recorded_at, id, office_id);
create index mail_item_shelf on mail_item (office_id, mail_status, received_at);
create index mail_item_open on mail_item (office_id, record_status, recorded_at);
create index mail_item_house on mail_item (office_id, house_number);
create index mail_item_of_house on mail_item (house_id, mail_status);
create index mail_item_tracking on mail_item (tracking_number);

create table mail_entry (
  id binary(16) not null,
  version int not null,
  item_id binary(16) not null,
  office_id varchar(64) not null,
  case_number varchar(32) not null,
  entry_number int not null,
  made_at datetime(6) not null,
  made_by_id varchar(64) not null,
  made_by_name varchar(100) not null,
  kind varchar(20) not null,
  entry_text text not null,
  primary key (id),
  constraint mail_entry_once unique (item_id, entry_number)
);

create table keeper_duty (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  keeper_id varchar(64) not null,
  keeper_name varchar(100) not null,
  deputy_id varchar(64),
  deputy_name varchar(100),
  valid_from date not null,
  valid_to date,
  named_at datetime(6) not null,
  named_by_id varchar(64) not null,
  named_by_name varchar(100) not null,
  primary key (id)
);

create index keeper_duty_office on keeper_duty (office_id, valid_from);

create table shelf_count (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  counted_at datetime(6) not null,
  counted_by_id varchar(64) not null,
  counted_by_name varchar(100) not null,
  handed_over_by varchar(60),
  expected_count int not null,
  present_count int not null,
  missing_numbers text,
  primary key (id)
);

create index shelf_count_office on shelf_count (office_id, counted_at);

alter table owner_mail add column event_key varchar(120);
alter table owner_mail add constraint owner_mail_event unique (event_key);
