import lists from './code-lists.json' with { type: 'json' };
import { boolean, code, day, instant, list, object, text, whole } from './shape.js';

const name = text(200);
const line = text(500);
const words = text(8000);

const gravity = object(
  {
    start: whole(1, 5),
    adjustment: whole(-5, 5),
    aggravating: list(line, 50),
    mitigating: list(line, 50),
    final: whole(1, 5),
    scored_by: line,
    start_note: line,
  },
  'start',
  'adjustment',
  'final',
);

const offence = object(
  {
    cjs_code: text(12),
    home_office_class: text(20),
    triable: code(lists.triable),
    recordable: code(lists.recordable),
    crime_number: name,
    summary_only_time_limit_date: day,
    npcc: gravity,
    knife: boolean,
    hate_crime: boolean,
  },
  'cjs_code',
);

const earlierOutcome = object(
  {
    date: day,
    type: code(lists.disposal_types),
    home_office_outcome: code(lists.home_office_outcomes),
    force: name,
    offence: line,
    confirmed_by: line,
    confirmed_on: day,
    source: line,
  },
  'date',
  'type',
);

/** A victim as the police file sends it. Only victims' own files keep it: see split-police-file.ts. */
export const victimShape = object(
  {
    ref: text(10),
    age_band: name,
    relation_to_child: line,
    wishes_known: boolean,
    wishes: words,
    restorative_view: words,
    enhanced_rights: boolean,
    enhanced_rights_reason: line,
    contact_agreed: boolean,
    contact_ref: name,
    parent_contact_ref: name,
    language: name,
    first_statement_on: day,
  },
  'ref',
);

const needs = object({
  ace_count_known: whole(0, 50),
  vulnerability: list(line, 50),
  slcn: line,
  aln: line,
  neurodivergence: line,
  missing_episodes_12_months: whole(0, 999),
  exploitation_concern: words,
});

/** The police file: what follows within two working days of the notice. */
export const policeFileShape = object(
  {
    evidence_test: object({ met: boolean, level: line, by: line, at: instant }),
    offences: list(offence, 100, 1),
    sex: code(lists.sex_codes),
    ethnicity_self_defined: code(lists.ethnicity_18_plus_1),
    school: object({ name: line, status: line }),
    care_status: code(lists.care_status),
    care_legal_basis: code(lists.care_legal_basis),
    previous_outcomes: list(earlierOutcome, 100),
    victims: list(victimShape, 99),
    others_involved: list(
      object({ ref: text(10), status: code(lists.others_involved_statuses), age_band: name, yjs: name, case_state: line }, 'ref'),
      99,
    ),
    needs,
    nrm: object({ referred: boolean, date: day, decision: line }),
    crime_numbers: list(name, 100),
    summary_only_time_limit_date: day,
    circumstances: text(20_000),
    bail: object({ start: day, end: day, conditions: list(line, 50) }),
    court: object({ name: line, charged_on: day, first_hearing: day, next_hearing: day, plea: line }),
    cps: object(
      { reference: name, authority_for: code(lists.disposals), at: instant, child_information_form: boolean },
      'reference',
      'authority_for',
      'at',
    ),
  },
  'offences',
);
