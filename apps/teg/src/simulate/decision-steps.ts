import { londonDay } from '#calendar';
import { followed } from './followed.js';
import { ask, go, handsOf, inclined, noteRequest, outcomesOf, paper, surprise, turns } from './matter.js';
import { meetNeeds } from './needs.js';
import { type Visit } from './office.js';
import { people } from './people.js';

const reasons = 'What weighed in this invented case, and why.';

const police: Visit = async (matter, now) => {
  if (turns(matter, 'policeDepart')) {
    const seen = await handsOf(matter).see(people.police);
    const others = seen.ok ? outcomesOf(seen.body.next, 'policeDecisionDeparted').filter((one) => one !== matter.outcome) : [];
    const outcome = inclined(matter, others);
    if (outcome !== null && (await go(matter, people.police, 'policeDecisionDeparted', { outcome, reasons }))) {
      matter.outcome = outcome;
      return followed(matter, now);
    }
  }
  const needs = await meetNeeds(matter, now);
  if (needs.includes('cps') && !matter.taken.has('cps')) {
    matter.taken.add('cps');
    const form = await paper(matter, people.police, 'childInformationForm');
    await go(matter, people.police, 'cpsAuthorityRequested', { childInformationForm: form });
    return followed(matter, now);
  }
  if ((await go(matter, people.police, 'policeDecisionConfirmed')) === null) {
    matter.tried.add(matter.outcome ?? '');
    await go(matter, people.police, 'decisionReopened', { reason: reasons });
  }
  return followed(matter, now);
};

const prosecutor: Visit = async (matter, now) => {
  await go(matter, people.prosecutor, 'cpsAuthorised', { cpsReference: `FIC/${matter.plan.number}` });
  return followed(matter, now);
};

const departure: Visit = async (matter, now) => {
  await go(matter, people.chair, 'departureStands');
  return followed(matter, now);
};

/** A fresh decision, after something came to nothing: never a more intrusive one, unless a deferral or a condition was not kept. */
const afresh: Visit = async (matter, now) => {
  const seen = await handsOf(matter).see(people.police);
  const allowed = seen.ok ? outcomesOf(seen.body.next, 'decisionTakenAfresh') : [];
  const { outcome: was, tried } = matter;
  if (was !== null) tried.add(was);
  const order = ['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc', 'court'];
  const isHeld = was === 'o23' || was === 'ycc';
  const among = isHeld ? allowed : allowed.filter((one) => order.indexOf(one) <= order.indexOf(was ?? 'court'));
  const outcome = inclined(matter, among);
  if (outcome === null) return [];
  matter.outcome = outcome;
  await go(matter, people.police, 'decisionTakenAfresh', { outcome, reasons });
  return followed(matter, now);
};

const sergeant: Visit = async (matter, now) => {
  const { sender } = matter.plan;
  if (turns(matter, 'nfaDeclined')) await go(matter, sender, 'nfaDeclined', { reasons });
  else await go(matter, sender, 'nfaConfirmed');
  return followed(matter, now);
};

/** Where the police may not charge themselves, the referring team sends the prosecutor's authority with the police file; else the case comes back. */
const charge: Visit = async (matter, now) => {
  const { sender, policeFile, number } = matter.plan;
  const chargedOn = londonDay(now);
  const reply = await ask(matter, sender, 'chargeRecorded', { chargedOn });
  if (reply.ok) return followed(matter, now);
  const file = {
    ...(policeFile as object),
    cps: { reference: `FIC/${number}`, authority_for: 'court', at: now, child_information_form: true },
  };
  noteRequest(matter, sender, 'policeFile', file);
  const sent = await handsOf(matter).policeFile(sender, file);
  if (!sent.ok) surprise(matter, 'policeFile', sent);
  if ((await go(matter, sender, 'chargeRecorded', { chargedOn }, true)) === null)
    await go(matter, sender, 'chargeDeclined', { reasons });
  return followed(matter, now);
};

/** The police decision and what follows where it is no disposal that is given. */
export const decisionSteps = { police, prosecutor, departure, afresh, sergeant, charge } as const;
