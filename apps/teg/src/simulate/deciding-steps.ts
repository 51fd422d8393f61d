import { addDays, londonDay } from '#calendar';
import { type Taken } from '../player/case-answers.js';
import { casePlayer } from '../player/case-player.js';
import { go, handsOf, inclined, noteRequest, outcomesOf, paper, surprise, turns } from './matter.js';
import { type Visit } from './office.js';
import { panel, people } from './people.js';
import { followed } from './followed.js';
import { deskAfter, nextDesk, panelAfter } from './working-hours.js';

/** What weighed, in words that say nothing of a child. */
const reasons = 'What weighed in this invented case, and why.';

const decisionOf = (outcome: string) => ({
  outcome,
  reasons,
  diversity: 'Asked and answered.',
  whyNothingLessIntrusive: 'Less would not meet the need.',
  dissent: [],
  information: ['police', 'youthJusticeService', 'victimService'],
});

const receipt: Visit = async (matter, now, { player }) => {
  const { plan } = matter;
  const isWhole = plan.policeFileAfter === 0;
  const body = { received_at: plan.receivedAt, notice: plan.notice, ...(isWhole && { police_file: plan.policeFile }) };
  noteRequest(matter, plan.sender, 'referral', body);
  const reply = await player.write<Taken>(plan.sender, 'POST', '/api/referrals', body);
  if (!reply.ok) {
    surprise(matter, 'referral', reply);
    return [];
  }
  const { reference, version, state } = reply.body;
  matter.hands = casePlayer(player, reference, version);
  matter.state = state;
  const desk = nextDesk(now);
  return [
    ...(isWhole ? [] : [{ what: 'policeFile' as const, at: deskAfter(desk, plan.policeFileAfter) }]),
    { what: 'allocation', at: deskAfter(desk, plan.days.allocation) },
  ];
};

const policeFile: Visit = async (matter) => {
  const { sender, policeFile: file } = matter.plan;
  noteRequest(matter, sender, 'policeFile', file as object);
  const reply = await handsOf(matter).policeFile(sender, file);
  if (!reply.ok) surprise(matter, 'policeFile', reply);
  return [];
};

const allocation: Visit = async (matter, now) => {
  const { practitioner, days } = matter.plan;
  if ((await go(matter, people.dutyManager, 'caseAllocated', { practitioner })) === null) return [];
  return [
    { what: 'appointment', at: deskAfter(now, days.appointment) },
    { what: 'assessment', at: deskAfter(now, days.assessment) },
  ];
};

const appointment: Visit = async (matter) => {
  if (!matter.plan.turns.assessmentNotPossible) await go(matter, matter.plan.practitioner, 'firstAppointmentHeld');
  return [];
};

const assessment: Visit = async (matter, now) => {
  const { practitioner, days } = matter.plan;
  if (turns(matter, 'assessmentNotPossible')) {
    const attempts = [-3, -1].map((back) => ({ on: addDays(londonDay(now), back), how: 'home visit' }));
    await go(matter, practitioner, 'assessmentNotPossible', { reason: 'Does not wish to take part.', attempts });
  } else {
    await go(matter, practitioner, 'assessmentCompleted', { document: await paper(matter, practitioner, 'assessment') });
  }
  return [{ what: 'countersignature', at: deskAfter(now, days.countersignature) }];
};

const countersignature: Visit = async (matter, now, office) => {
  const judgements = [{ area: 'safetyOfChild', sufficient: true, note: 'Read with the practitioner.' }];
  await go(matter, people.teamManager, 'assessmentCountersigned', { judgements });
  return listing(matter, now, office);
};

/** Without the police file no case is listed: then it is tried again the next day. */
const listing: Visit = async (matter, now, { meetingAt }) => {
  const soonest = panelAfter(now);
  const at = turns(matter, 'panelMissed') ? panelAfter(soonest) : soonest;
  const isListed = await go(matter, people.coordinator, 'caseListed', { meeting: await meetingAt(at) }, true);
  return [isListed ? { what: 'panel', at } : { what: 'listing', at: deskAfter(now, 1) }];
};

const panelMeets: Visit = async (matter, now) => {
  const opened = await go(matter, people.chair, 'panelOpened', { present: panel });
  if (opened === null) return [];
  const allowed = outcomesOf(opened.next, 'panelDecisionRecorded');
  const outcome = inclined(matter, allowed);
  if (outcome === null) {
    await go(matter, people.chair, 'panelAdjourned', { reason: reasons });
    return [{ what: 'listing', at: deskAfter(now, 1) }];
  }
  if (turns(matter, 'consensusNotReached')) {
    const other = allowed.find((one) => one !== outcome) ?? outcome;
    const positions = [
      { role: 'policeDecisionMaker', outcome, reasons },
      { role: 'teamManager', outcome: other, reasons },
    ];
    await go(matter, people.chair, 'consensusNotReached', { positions });
    return [{ what: 'escalation', at: deskAfter(now, 1) }];
  }
  matter.outcome = outcome;
  await go(matter, people.chair, 'panelDecisionRecorded', decisionOf(outcome));
  return followed(matter, now);
};

const escalation: Visit = async (matter, now) => {
  const seen = await handsOf(matter).see(people.sergeant);
  const outcome = seen.ok ? inclined(matter, outcomesOf(seen.body.next, 'escalationDecided')) : null;
  if (outcome === null) return [];
  matter.outcome = outcome;
  await go(matter, people.sergeant, 'escalationDecided', { outcome, reasons });
  return followed(matter, now);
};

/** From the receipt to the panel's recommendation, or the sergeant's where the panel did not agree. */
export const decidingSteps = {
  receipt,
  policeFile,
  allocation,
  appointment,
  assessment,
  countersignature,
  listing,
  panel: panelMeets,
  escalation,
} as const;
