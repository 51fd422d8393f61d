import { type CalendarDay } from '#calendar';
import { type Admission, type Source, type TrialClass } from './facts.js';
import { type Disposal } from './disposal.js';

/** An instant as a partner system writes it: ISO 8601 with offset. */
export type SentInstant = string;

type Adult = {
  readonly name: string | null;
  readonly relation: string | null;
  readonly suitable: boolean | null;
  readonly over_18: boolean | null;
  readonly employed_by_police: boolean | null;
};
type SafeContact = { readonly safe: boolean | null; readonly how: string | null; readonly never: string | null };
type Officer = { readonly role: string; readonly collar_number: string };

/**
 * The notice of a referral, exactly as `data/referrals` has it. Null with its dotted path in `not_yet_known`: not known yet; null
 * without: does not apply. It holds names; only `factsOfReferral` makes of it what rules may read.
 */
export type Notice = {
  readonly referring_officer: Officer | null;
  readonly officer_in_case: Officer | null;
  readonly force: string;
  readonly station: string;
  readonly custody_or_va_reference: string | null;
  readonly source: Source;
  readonly source_class: string | null;
  readonly incident_ref: string | null;
  readonly arrested_on: CalendarDay | null;
  readonly interview: {
    readonly at: SentInstant;
    readonly place: string;
    readonly recorded: boolean;
    readonly language: string;
    readonly interpreter: boolean;
    readonly intermediary: string;
    readonly night: boolean;
  } | null;
  readonly child: {
    readonly given_name: string;
    readonly family_name: string;
    readonly date_of_birth: CalendarDay | null;
    readonly identity_confirmed_by: string | null;
    readonly safe_contact: string | null;
  };
  readonly home_local_authority: string | null;
  readonly postcode_district: string | null;
  readonly parent_or_carer: {
    readonly name: string | null;
    readonly relation: string | null;
    readonly parental_responsibility: boolean | null;
    readonly safe_contact: SafeContact | null;
  } | null;
  readonly preferred_language: string | null;
  readonly communication_needs: readonly string[] | null;
  readonly offences: readonly {
    readonly cjs_code: string;
    readonly title: string;
    readonly offence_date: CalendarDay;
    readonly offence_date_to: CalendarDay | null;
    readonly place: string;
  }[];
  readonly admission: {
    readonly overall: Admission | null;
    readonly detail: string | null;
    readonly later_indication?: {
      readonly overall: Admission;
      readonly by: string;
      readonly where: string;
      readonly on: CalendarDay;
    } | null;
  } | null;
  readonly victims: { readonly count: number | null; readonly contact_agreed: boolean | null } | null;
  readonly bail_status: string | null;
  readonly safety_tonight: string | null;
  readonly legal_advice: {
    readonly offered: boolean | null;
    readonly taken: boolean | null;
    readonly solicitor: string | null;
  } | null;
  readonly appropriate_adult: Adult | null;
  readonly not_yet_known: readonly string[];
};

export type SentGravity = {
  readonly start: number;
  readonly adjustment: number;
  readonly aggravating?: readonly string[] | null;
  readonly mitigating?: readonly string[] | null;
  readonly final: number;
  readonly scored_by: string | null;
  readonly start_note?: string | null;
};

/** The police file, exactly as `data/referrals` has it and as `PUT .../police-file` takes it. */
export type PoliceFile = {
  readonly evidence_test: {
    readonly met: boolean;
    readonly level: string;
    readonly by: string | null;
    readonly at: SentInstant | null;
  } | null;
  readonly offences:
    | readonly {
        readonly cjs_code: string;
        readonly home_office_class: string | null;
        readonly triable: TrialClass | null;
        readonly recordable: 'yes' | 'no' | null;
        readonly crime_number: string | null;
        readonly summary_only_time_limit_date: CalendarDay | null;
        readonly npcc: SentGravity | null;
        readonly knife?: boolean | null;
        readonly hate_crime?: boolean | null;
      }[]
    | null;
  readonly sex: string | null;
  readonly ethnicity_self_defined: string | null;
  readonly school: { readonly name: string; readonly status: string } | null;
  readonly care_status: string | null;
  readonly care_legal_basis: string | null;
  readonly previous_outcomes:
    | readonly {
        readonly date: CalendarDay;
        readonly type: string;
        readonly home_office_outcome: string | null;
        readonly force: string | null;
        readonly offence: string | null;
        readonly confirmed_by: string | null;
        readonly confirmed_on: CalendarDay | null;
        readonly source: string | null;
      }[]
    | null;
  readonly victims:
    | readonly {
        readonly ref: string;
        readonly age_band: string | null;
        readonly relation_to_child: string | null;
        readonly wishes_known: boolean | null;
        readonly wishes: string | null;
        readonly restorative_view: string | null;
        readonly enhanced_rights: boolean | null;
        readonly enhanced_rights_reason: string | null;
        readonly contact_agreed: boolean | null;
        readonly contact_ref: string | null;
        readonly parent_contact_ref: string | null;
        readonly language: string | null;
        readonly first_statement_on?: CalendarDay | null;
      }[]
    | null;
  readonly others_involved:
    | readonly {
        readonly ref: string;
        readonly status: string;
        readonly age_band: string | null;
        readonly yjs: string | null;
        readonly case_state: string | null;
      }[]
    | null;
  readonly needs: {
    readonly ace_count_known: number | null;
    readonly vulnerability: readonly string[];
    readonly slcn: string;
    readonly aln: string;
    readonly neurodivergence: string;
    readonly missing_episodes_12_months: number;
    readonly exploitation_concern: string;
  } | null;
  readonly nrm: { readonly referred: boolean; readonly date: CalendarDay | null; readonly decision: string | null } | null;
  readonly crime_numbers: readonly string[] | null;
  readonly summary_only_time_limit_date: CalendarDay | null;
  readonly circumstances: string | null;
  readonly bail: {
    readonly start: CalendarDay | null;
    readonly end: CalendarDay | null;
    readonly conditions: readonly string[];
  } | null;
  readonly cps: {
    readonly reference: string;
    readonly authority_for: Disposal;
    readonly at: SentInstant;
    readonly child_information_form: boolean;
  } | null;
  readonly court?: {
    readonly name: string;
    readonly charged_on: CalendarDay;
    readonly first_hearing: CalendarDay | null;
    readonly next_hearing: CalendarDay | null;
    readonly plea: string | null;
  } | null;
};
