import { type Instant, londonDay } from '#calendar';
import { go, handsOf, type Matter } from './matter.js';
import { people } from './people.js';

/** Who in the service records what is still needed, and what they say. Nothing that only the child can say is among them. */
const whoRecords: { readonly [fact: string]: readonly [string, string | boolean] } = {
  wasOutsideDwelling: [people.police, true],
  informalReason: [people.police, true],
  resolutionNumber: [people.police, '22'],
  seniorOfficerApproval: [people.inspector, true],
  inspectorAuthority: [people.inspector, true],
  targetedPlan: [people.dutyManager, true],
  suitableAdult: [people.delivery, true],
};

/**
 * What the outcome on record still needs, as the law says it to the police: the service records what it can. Answers what is left, by the
 * name of the fact: a prosecutor's authority, a plan, a day.
 */
export async function meetNeeds(matter: Matter, now: Instant): Promise<readonly string[]> {
  matter.taken.add(`needs of ${matter.outcome}`);
  const reply = await handsOf(matter).disposals(people.police);
  const answer = reply.ok ? reply.body.disposals.find(({ disposal }) => disposal === matter.outcome) : undefined;
  const left: string[] = [];
  for (const need of answer?.needs ?? []) {
    const fact = need.slice(need.indexOf(':') + 1).trim();
    const [who, value] = whoRecords[fact] ?? [];
    if (who === undefined) left.push(fact);
    else await go(matter, who, 'factRecorded', { fact, value, on: londonDay(now) });
  }
  return left;
}
