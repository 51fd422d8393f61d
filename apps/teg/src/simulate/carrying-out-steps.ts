import { addDays, addWorkingDays, bankHolidays, type Instant, londonDay } from '#calendar';
import { followed } from './followed.js';
import { go, handsOf, type Matter, noteRequest, paper, surprise, turns } from './matter.js';
import { meetNeeds } from './needs.js';
import { type Visit } from './office.js';
import { people } from './people.js';
import { deskAt } from './working-hours.js';

const reasons = 'What weighed in this invented case, and why.';

const plan: Visit = async (matter, now) => {
  const { practitioner, weeks } = matter.plan;
  if (turns(matter, 'planDeclined')) {
    await go(matter, practitioner, 'planDeclined');
    return followed(matter, now);
  }
  // Where the police did not confirm it (a sergeant decided, or it was decided afresh) nobody has asked yet.
  if (!matter.taken.has(`needs of ${matter.outcome}`)) await meetNeeds(matter, now);
  const document = await paper(matter, practitioner, 'plan');
  const conditions = matter.outcome === 'ycc' ? { conditions: [{ purpose: 'repair', hours: 6, what: 'Help where the harm was done.', fit: 'Near home, in hours out of school.' }] } : {};
  // A plan may have to end before the time for a charge is over: a shorter one is agreed then.
  for (const length of [weeks, 3]) {
    const endsOn = addDays(londonDay(now), 7 * length);
    const isLast = length === 3;
    if ((await go(matter, practitioner, 'planAgreed', { document, endsOn, ...conditions }, !isLast)) === null) continue;
    matter.planEndsOn = endsOn;
    return followed(matter, now);
  }
  await go(matter, practitioner, 'planDeclined');
  return followed(matter, now);
};

const arrangement: Visit = async (matter, now) => {
  const at = deskAt(addWorkingDays(bankHolidays, londonDay(now), matter.plan.days.giving));
  return arranged(matter, at);
};

async function arranged(matter: Matter, at: Instant): ReturnType<Visit> {
  const body = { at, place: 'Barry police station', appropriateAdult: 'the carer' };
  return (await go(matter, people.delivery, 'deliveryArranged', body)) === null ? [] : [{ what: 'giving', at }];
}

const giving: Visit = async (matter, now) => {
  if (matter.state !== 'awaitingDelivery') return [];
  if (turns(matter, 'givingPostponed')) {
    await go(matter, people.delivery, 'deliveryPostponed', { cause: 'illness', whose: 'child' });
    return arranged(matter, deskAt(addWorkingDays(bankHolidays, londonDay(now), 2)));
  }
  const isCaution = matter.outcome !== 'yrd';
  if (isCaution && turns(matter, 'admissionNotConfirmed')) {
    await go(matter, people.delivery, 'admissionNotConfirmed');
    return followed(matter, now);
  }
  const signed = matter.outcome === 'ycc' ? { signedDocument: await paper(matter, people.delivery, 'signedDocument') } : {};
  const body = { ...givenTo(matter), admissionHeard: isCaution, ...signed };
  if ((await go(matter, people.delivery, 'disposalGiven', body, true)) === null) {
    // Something of it may not be given after all: the police decide afresh.
    await go(matter, people.police, 'decisionReopened', { reason: reasons });
    return followed(matter, now);
  }
  matter.given = matter.outcome;
  return followed(matter, now);
};

/** In English there is a paper; to a child who prefers Welsh a speaker of it explains. */
function givenTo({ plan: { notice } }: Matter): object {
  const { preferred_language: language } = notice as { readonly preferred_language: string };
  const isWelsh = language === 'CY';
  return {
    effectExplained: { document: 'leaflet for young people', language: isWelsh ? 'cy' : 'en', by: 'delivery officer', ...(isWelsh && { oral: true }) },
    understanding: 'Said in the child’s own words what it means.',
    appropriateAdult: { name: 'the carer', suitable: true, overEighteen: true, employedByPolice: false },
    adviceAnswer: 'declined',
  };
}

const completion: Visit = async (matter, now) => {
  if (matter.state !== 'inIntervention') return [];
  const { practitioner } = matter.plan;
  if (!turns(matter, 'activityNotCompleted')) {
    await go(matter, practitioner, 'interventionCompleted', { exitPlan: 'A club, and a word at school.', feedbackAsked: true });
    return followed(matter, now);
  }
  if (matter.outcome !== 'ycc') {
    await go(matter, practitioner, 'activityNotCompleted', { reason: 'Other activities were offered twice.' });
    return followed(matter, now);
  }
  await go(matter, practitioner, 'nonComplianceReported', { what: 'Two sessions missed.', childSays: 'Says why.' });
  if (!turns(matter, 'excuseFound')) {
    await go(matter, people.police, 'prosecutionDecided', { reasons });
    return followed(matter, now);
  }
  await go(matter, people.police, 'reasonableExcuseFound', { reasons });
  return [{ what: 'completion', at: deskAt(addWorkingDays(bankHolidays, londonDay(now), 10)) }];
};

/** What the police choose where the number of the outcome rests on an activity that was not completed: no formal action. */
const noFormalAction = '10';

const record: Visit = async (matter, now) => {
  if (matter.isRecorded) return [];
  const { sender, isRecordable } = matter.plan;
  const seen = await handsOf(matter).disposals(sender);
  const [usual = noFormalAction] = (seen.ok && seen.body.disposals.find(({ disposal }) => disposal === matter.outcome)?.outcomeNumbers) || [];
  // A diversion, also one that was given, is recorded once its activity is done.
  if (usual === '22' && matter.state === 'inIntervention') return [];
  const isFailed = usual === '22' && matter.taken.has('activityNotCompleted');
  const pnc = isRecordable && (matter.given === 'yc' || matter.given === 'ycc') ? 'recorded' : 'notDue';
  const body = { outcomeNumber: isFailed ? noFormalAction : usual, pnc };
  // Refused against expectation it is told at the end, and not tried day after day.
  if ((await go(matter, sender, 'crimeOutcomeRecorded', body)) === null) return [];
  matter.isRecorded = true;
  return matter.state === 'inIntervention' ? [] : followed(matter, now);
};

const victim: Visit = async (matter) => {
  noteRequest(matter, people.victimOfficer, 'victimInformed', { ref: 'V1' });
  const reply = await handsOf(matter).move(people.victimOfficer, 'victimInformed', { ref: 'V1' });
  if (!reply.ok) surprise(matter, 'victimInformed', reply);
  return [];
};

/** The plan, the giving, the activity and the record. */
export const carryingOutSteps = { plan, arrangement, giving, completion, record, victim } as const;
