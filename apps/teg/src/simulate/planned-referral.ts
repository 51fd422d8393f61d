import { addDays, type CalendarDay, type Instant, instantOfLondon, londonDay } from '#calendar';
import { type Json } from '#proof';
import { type Dice } from './dice.js';
import { type PlannedChild } from './planned-child.js';
import { happens } from './proportions.js';
import scenes from './scenes.json' with { type: 'json' };

type JsonObject = { readonly [name: string]: Json };
export type Scene = (typeof scenes)[keyof typeof scenes];
const all: { readonly [offence: string]: Scene } = scenes;

export type ReferralOrder = {
  readonly number: number;
  readonly receivedAt: Instant;
  readonly offenceOn: CalendarDay;
  /** Code of an offence that has a scene. */
  readonly offence: string;
  readonly admission: string;
  readonly gravityStep: number;
  readonly isFromCustody: boolean;
  readonly child: PlannedChild;
};

/** What happened, in the words of the simulation. */
export function sceneOf(offence: string): Scene {
  const scene = all[offence];
  if (scene === undefined) throw new Error(`The offence ${offence} has no scene.`);
  return scene;
}

/** The final score of the offence: its own, moved by a point at most, and never off the scale. */
export const scoreOf = ({ score }: Scene, step: number): 1 | 2 | 3 | 4 | 5 => Math.min(5, Math.max(1, score + step)) as 1 | 2 | 3 | 4 | 5;

const mark = (number: number): string => `SIM-${String(number).padStart(6, '0')}`;
const interviewDay = ({ receivedAt }: ReferralOrder): CalendarDay => addDays(londonDay(receivedAt), -1);
const victimOf = ({ offence }: ReferralOrder): string => sceneOf(offence).victim;

/** The notice of an invented child, as a supervisor sends it. */
export function noticeOf(order: ReferralOrder, dice: Dice): JsonObject {
  const { number, child, offence, offenceOn, admission, isFromCustody } = order;
  const scene = sceneOf(offence);
  const isWelsh = child.language === 'CY';
  return {
    referring_officer: { role: isFromCustody ? 'custody sergeant' : 'neighbourhood sergeant', collar_number: `FIC ${9000 + (number % 90)}` },
    officer_in_case: { role: 'constable', collar_number: `FIC ${9100 + (number % 90)}` },
    force: 'South Wales Police',
    station: 'Barry',
    custody_or_va_reference: `${isFromCustody ? 'CUS' : 'VA'}/${mark(number)}`,
    source: isFromCustody ? 'CUSTODY_INTERVIEW' : 'VOLUNTARY_ATTENDANCE',
    source_class: 'police interview',
    incident_ref: `INC/${mark(number)}`,
    arrested_on: isFromCustody ? interviewDay(order) : null,
    interview: {
      at: instantOfLondon(interviewDay(order), '16:00'),
      place: isFromCustody ? 'Barry custody suite (fictional)' : 'Barry police station',
      recorded: true,
      language: isWelsh ? 'CY' : 'EN',
      interpreter: false,
      intermediary: 'not needed',
      night: false,
    },
    child: {
      given_name: child.givenName,
      family_name: child.familyName,
      date_of_birth: child.bornOn,
      identity_confirmed_by: 'school record',
      safe_contact: null,
    },
    home_local_authority: 'Vale of Glamorgan',
    postcode_district: dice.oneOf(['CF62', 'CF63', 'CF64', 'CF71']),
    parent_or_carer: {
      name: child.carer.name,
      relation: child.carer.relation,
      parental_responsibility: true,
      safe_contact: { safe: true, how: 'mobile telephone of the carer', never: null },
    },
    preferred_language: child.language,
    communication_needs: child.hasSpeechNeed ? ['short sentences, pictures'] : [],
    offences: [{ cjs_code: offence, title: scene.title, offence_date: offenceOn, offence_date_to: null, place: scene.place }],
    admission: { overall: admission, detail: 'As recorded in interview.' },
    victims: { count: scene.victim === 'none' ? 0 : 1, contact_agreed: true },
    bail_status: isFromCustody ? 'NONE' : 'VOLUNTARY',
    safety_tonight: 'At home. No concern raised.',
    legal_advice: { offered: true, taken: admission === 'NO_COMMENT', solicitor: admission === 'NO_COMMENT' ? 'duty solicitor' : null },
    appropriate_adult: { ...child.carer, suitable: true, over_18: true, employed_by_police: false },
    not_yet_known: [],
  };
}

/** What follows within two working days. */
export function policeFileOf(order: ReferralOrder, dice: Dice): JsonObject {
  const { number, child, offence, offenceOn, gravityStep } = order;
  const scene = sceneOf(offence);
  const final = scoreOf(scene, gravityStep);
  return {
    evidence_test: {
      met: !happens('evidenceFalls', dice),
      level: 'enough to charge',
      by: 'sergeant',
      at: instantOfLondon(interviewDay(order), '18:00'),
    },
    offences: [
      {
        cjs_code: offence,
        home_office_class: scene.class,
        triable: scene.triable,
        recordable: scene.recordable,
        crime_number: `FIC-${mark(number)}`,
        summary_only_time_limit_date: null,
        npcc: {
          start: scene.score,
          adjustment: final - scene.score,
          aggravating: final > scene.score ? ['in a group'] : [],
          mitigating: final < scene.score ? ['apologised at once'] : [],
          final,
          scored_by: `sergeant, FIC ${9000 + (number % 90)}`,
          start_note: 'synthetic',
        },
      },
    ],
    sex: child.sex,
    ethnicity_self_defined: child.ethnicity,
    school: { name: 'Ysgol Enghraifft (fictional)', status: 'full time' },
    care_status: child.care,
    care_legal_basis: child.care === 'LOOKED_AFTER' ? 'CARE_ORDER' : null,
    previous_outcomes: child.wasKnownBefore ? [earlierOutcome(offenceOn, dice)] : [],
    victims: victimOf(order) === 'none' ? [] : [victimEntry(order)],
    others_involved: [],
    needs: {
      ace_count_known: child.adverseExperiences,
      vulnerability: [],
      slcn: child.hasSpeechNeed ? 'identified need' : 'screened: no need',
      aln: 'none known',
      neurodivergence: 'none known',
      missing_episodes_12_months: child.missingEpisodes,
      exploitation_concern: 'no concern recorded',
    },
    nrm: { referred: false, date: null, decision: null },
    crime_numbers: [`FIC-${mark(number)}`],
    summary_only_time_limit_date: null,
    circumstances: `${scene.what} Invented for a simulation.`,
    bail: { start: null, end: null, conditions: [] },
    cps: null,
  };
}

const earlierOutcome = (offenceOn: CalendarDay, dice: Dice): JsonObject => ({
  date: addDays(offenceOn, -dice.whole(120, 300)),
  type: 'COMMUNITY_RESOLUTION',
  home_office_outcome: '8',
  force: 'South Wales Police',
  offence: 'Theft from a shop',
  confirmed_by: 'sergeant',
  confirmed_on: addDays(offenceOn, -60),
  source: 'local record',
});

function victimEntry(order: ReferralOrder): JsonObject {
  const kind = victimOf(order);
  const isChild = kind === 'pupil';
  return {
    ref: 'V1',
    age_band: { pupil: '14-17', store: 'business', worker: '25-44', adult: '45-64' }[kind] ?? '25-44',
    relation_to_child: { pupil: 'pupil in the same school', store: 'store', worker: 'on duty', adult: 'none' }[kind] ?? 'none',
    wishes_known: true,
    wishes: 'Wants it not to happen again.',
    restorative_view: 'letter accepted',
    enhanced_rights: isChild,
    enhanced_rights_reason: isChild ? 'under 18' : null,
    contact_agreed: true,
    contact_ref: `VIC/${mark(order.number)}-1`,
    parent_contact_ref: isChild ? `VIC/${mark(order.number)}-1P` : null,
    language: 'EN',
  };
}
