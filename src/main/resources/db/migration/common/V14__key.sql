alter table customer add column email varchar(100);

create table key_entrustment (
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
  entrustment_status varchar(20) not null,
  customer_name varchar(60) not null,
  customer_phone varchar(20),
  customer_identity_kind varchar(20) not null,
  customer_identity_last_four varchar(4) not null,
  within_scheme boolean not null,
  explanation text,
  letter_number varchar(60),
  keys_text varchar(200),
  entrance_keys int,
  room_keys int,
  mailbox_keys int,
  storage_keys int,
  cards int,
  soundness varchar(20),
  faulty_doors varchar(100),
  keys_remark text,
  purpose text,
  valid_until date,
  approved boolean,
  approval_opinion text,
  approver_name varchar(100),
  approver_authority varchar(100),
  approved_at datetime(6),
  told_refusal text,
  signed_at datetime(6),
  taken_by_id varchar(64),
  taken_by_name varchar(100),
  stored_at datetime(6),
  keeper_name varchar(100),
  cabinet varchar(30),
  hook varchar(30),
  seal varchar(30),
  chase_text text,
  chase_at datetime(6),
  withdrawal_number varchar(32),
  withdrawal_reason varchar(20),
  withdrawn_by varchar(60),
  withdrawer_identity varchar(60),
  proxy_letter varchar(60),
  handed_back_at datetime(6),
  handed_back_by varchar(100),
  handed_back_pieces int,
  primary key (id),
  constraint key_entrustment_serial unique (office_id, serial),
  constraint key_entrustment_case unique (case_number),
  constraint key_entrustment_house_known foreign key (house_id) references house (id)
);

create index key_entrustment_list on key_entrustment (office_id, recorded_at);
create index key_entrustment_time on key_entrustment (recorded_at, id, office_id);
create index key_entrustment_open on key_entrustment (office_id, record_status, recorded_at);
create index key_entrustment_house on key_entrustment (office_id, house_number);
create index key_entrustment_of_house on key_entrustment (house_id, entrustment_status);
create index key_entrustment_withdrawal on key_entrustment (withdrawal_number);

create table house_key (
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
  entrustment_serial varchar(32) not null,
  door varchar(20) not null,
  pieces int not null,
  soundness varchar(20) not null,
  key_status varchar(20) not null,
  keeper_name varchar(100) not null,
  cabinet varchar(30) not null,
  hook varchar(30) not null,
  seal varchar(30),
  handed_over_by varchar(100) not null,
  stored_at datetime(6) not null,
  loan_number varchar(32),
  borrower_name varchar(60),
  due_at datetime(6),
  handed_back_at datetime(6),
  handed_back_to varchar(60),
  primary key (id),
  constraint house_key_serial unique (office_id, serial),
  constraint house_key_house_known foreign key (house_id) references house (id)
);

create index house_key_list on house_key (office_id, recorded_at);
create index house_key_time on house_key (recorded_at, id, office_id);
create index house_key_case on house_key (case_number);
create index house_key_open on house_key (office_id, record_status, recorded_at);
create index house_key_house on house_key (office_id, house_number);
create index house_key_of_house on house_key (house_id, key_status);
create index house_key_cabinet on house_key (office_id, key_status, due_at);

create table key_entry (
  id binary(16) not null,
  version int not null,
  house_key_id binary(16) not null,
  office_id varchar(64) not null,
  case_number varchar(32),
  made_at datetime(6) not null,
  made_by_id varchar(64) not null,
  made_by_name varchar(100) not null,
  kind varchar(20) not null,
  entry_text text not null,
  person varchar(60),
  primary key (id),
  constraint key_entry_key foreign key (house_key_id) references house_key (id)
);

create index key_entry_of_key on key_entry (house_key_id, made_at);

create table key_loan (
  id binary(16) not null,
  version int not null,
  loan_number varchar(32) not null,
  office_id varchar(64) not null,
  house_id binary(16) not null,
  house_number varchar(40) not null,
  loan_status varchar(20) not null,
  requested_at datetime(6) not null,
  requested_by_id varchar(64) not null,
  requested_by_name varchar(100) not null,
  borrower_kind varchar(20) not null,
  borrower_name varchar(60) not null,
  borrower_phone varchar(20) not null,
  organisation varchar(100),
  borrower_identity_kind varchar(20),
  borrower_identity_last_four varchar(4),
  doors varchar(100) not null,
  use_purpose varchar(20) not null,
  purpose_text text,
  wanted_until datetime(6),
  accompanied boolean not null,
  emergency varchar(20),
  second_person varchar(60),
  moved_in_at_request boolean not null,
  permission varchar(20),
  return_within varchar(20),
  fresh_after varchar(20),
  remind_before varchar(20),
  recall_within varchar(20),
  manager_after varchar(20),
  tell_owner_within varchar(20),
  consent_number varchar(32),
  order_given_by varchar(60),
  order_way varchar(20),
  order_text text,
  ordered_at datetime(6),
  order_confirmed boolean,
  order_confirmation text,
  owner_told_at datetime(6),
  owner_told_text text,
  issued_at datetime(6),
  issued_by_name varchar(100),
  pieces int,
  issue_remark text,
  due_at datetime(6),
  due_explanation text,
  moved_in_noted_at datetime(6),
  recalled_at datetime(6),
  recall_reason varchar(40),
  overdue_at datetime(6),
  chase_text text,
  supervision_text text,
  decision_text text,
  returned_at datetime(6),
  brought_by_name varchar(60),
  received_by_name varchar(100),
  returned_pieces int not null,
  limit_kept boolean,
  late_explanation text,
  return_remark text,
  primary key (id),
  constraint key_loan_once unique (loan_number),
  constraint key_loan_house foreign key (house_id) references house (id)
);

create index key_loan_of_house on key_loan (house_id, issued_at);
create index key_loan_open on key_loan (office_id, loan_status);

create table key_loan_item (
  id binary(16) not null,
  version int not null,
  loan_id binary(16) not null,
  house_key_id binary(16) not null,
  out_key_id binary(16),
  office_id varchar(64) not null,
  case_number varchar(32) not null,
  pieces int not null,
  returned_at datetime(6),
  primary key (id),
  constraint key_loan_item_out_once unique (out_key_id),
  constraint key_loan_item_loan foreign key (loan_id) references key_loan (id),
  constraint key_loan_item_key foreign key (house_key_id) references house_key (id)
);

create index key_loan_item_of_key on key_loan_item (house_key_id);

create table key_consent (
  id binary(16) not null,
  version int not null,
  consent_number varchar(32) not null,
  office_id varchar(64) not null,
  house_id binary(16) not null,
  house_number varchar(40) not null,
  loan_number varchar(32),
  asked_at datetime(6) not null,
  asked_by_name varchar(100) not null,
  use_purpose varchar(20) not null,
  purpose_text text,
  enterer varchar(100) not null,
  enter_from datetime(6) not null,
  enter_until datetime(6) not null,
  accompanied boolean not null,
  answer_by datetime(6),
  witness_needed boolean,
  token_hash varchar(64),
  token_until datetime(6),
  answer varchar(30),
  answer_way varchar(20),
  answered_at datetime(6),
  conditions text,
  owner_words text,
  number_dialled varchar(20),
  witness varchar(60),
  recorded_by_name varchar(100),
  answer_address varchar(64),
  attempts int not null,
  withdrawn_at datetime(6),
  withdrawal_words text,
  primary key (id),
  constraint key_consent_once unique (consent_number),
  constraint key_consent_token unique (token_hash),
  constraint key_consent_house foreign key (house_id) references house (id)
);

create index key_consent_of_house on key_consent (house_id, enter_until);
create index key_consent_open on key_consent (office_id, answer);

create table key_incident (
  id binary(16) not null,
  version int not null,
  incident_number varchar(32) not null,
  office_id varchar(64) not null,
  house_id binary(16) not null,
  house_number varchar(40) not null,
  cause_number varchar(32),
  incident_status varchar(20) not null,
  kind varchar(20) not null,
  doors varchar(100) not null,
  matter text not null,
  opened_at datetime(6) not null,
  opened_by_name varchar(100) not null,
  owner_told_at datetime(6),
  owner_told_how varchar(20),
  owner_words text,
  remedy varchar(20),
  remedy_text text,
  cost decimal(12,2),
  cost_bearer varchar(20),
  remedied_at datetime(6),
  conclusion text,
  concluded_at datetime(6),
  concluded_by_name varchar(100),
  primary key (id),
  constraint key_incident_once unique (incident_number),
  constraint key_incident_house foreign key (house_id) references house (id)
);

create index key_incident_open on key_incident (office_id, incident_status);

create table key_stocktake (
  id binary(16) not null,
  version int not null,
  stocktake_number varchar(32) not null,
  office_id varchar(64) not null,
  reason varchar(20) not null,
  new_keeper varchar(60),
  opened_at datetime(6) not null,
  listed_pieces int,
  counted_pieces int,
  differences int not null,
  counted_at datetime(6),
  counted_by_id varchar(64),
  counted_by_name varchar(100),
  count_remark text,
  taken_over_at datetime(6),
  taken_over_recorded_by varchar(100),
  primary key (id),
  constraint key_stocktake_once unique (stocktake_number)
);

create index key_stocktake_list on key_stocktake (office_id, opened_at);

create table key_authority (
  id binary(16) not null,
  version int not null,
  office_id varchar(64) not null,
  role_id varchar(64) not null,
  person_name varchar(60) not null,
  valid_until date not null,
  given_by_name varchar(100) not null,
  given_at datetime(6) not null,
  primary key (id)
);

create index key_authority_office on key_authority (office_id, valid_until);

create table owner_mail (
  id binary(16) not null,
  office_id varchar(64) not null,
  address varchar(100),
  subject varchar(100) not null,
  mail_text varchar(2000),
  written_at datetime(6) not null,
  attempts int not null,
  next_attempt_at datetime(6),
  sent_at datetime(6),
  given_up_at datetime(6),
  primary key (id)
);

create index owner_mail_due on owner_mail (next_attempt_at);
