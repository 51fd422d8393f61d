import { type CalendarDay, type Instant, parseInstant } from '#calendar';
import { factFault, type FactName, factRows } from '#law';
import { type Fault, type Json, type NewFact, refused } from '#ledger';
import { type FactValue } from '#pathway';
import { faultsOfShape } from '../referral/shape.js';
import { correctable } from './correctable-facts.js';
import { any, day, type FactSaid, factSaid, optional, paper, words } from './field.js';
import { type Move, move } from './move.js';

const invalid = (...faults: readonly Fault[]) => refused('invalid', { faults });
const late = (on: CalendarDay | null, today: CalendarDay): readonly Fault[] =>
  on !== null && on > today ? [{ pointer: '/on', code: 'afterNow' }] : [];

/** A value that its fact's row allows: the pair is what a fact of the law is. */
const pair = (fact: string, value: unknown): FactValue => ({ fact: fact as FactName, value }) as FactValue;

const isOfPerson = (fact: string): boolean => Object.hasOwn(factRows, fact) && factRows[fact as FactName].value === 'person';
/** A person is kept by id; the address goes nowhere. */
const valueOf = (fact: string, { sent, person }: FactSaid): unknown => (isOfPerson(fact) ? person?.id : sent);

const isFact = (fact: string, known: object): boolean => Object.hasOwn(factRows, fact) && Object.hasOwn(known, fact);

const row = (name: string, value: unknown, on: CalendarDay, document: string | null): NewFact => ({
  name,
  value: value as Json,
  saidOn: on,
  document,
  supersedes: true,
});

/** An instant in its one spelling; everything else as it was sent, without what was left out. */
function normalised(fact: string, value: unknown): unknown {
  if (fact === 'receivedAt') return parseInstant(String(value));
  if (Array.isArray(value)) return value.map((one) => normalised('', one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}

/** Facts by their own row, and what makes a record right that is never altered: dispute, correction, answer. */
export const recordMoves: readonly Move[] = [
  move('factRecorded', {
    fields: { fact: words(60), value: factSaid, on: day, document: optional(paper) },
    happen: ({ fact, value: said, on, document }, { context }) => {
      const value = valueOf(fact, said);
      const fault = factFault(fact, value, context.asker.roles);
      if (fault === 'factNotYours') return refused('notYours', { code: 'factNotYours' });
      if (fault === 'factValueWrong') return invalid({ pointer: '/value', code: isOfPerson(fact) ? 'personUnknown' : fault });
      if (fault !== null) return invalid({ pointer: '/fact', code: fault });
      const faults = late(on, context.today);
      if (faults.length > 0) return invalid(...faults);
      return { events: [{ type: 'factRecorded', ...pair(fact, value) }], beside: { factRows: [row(fact, value, on, document)] } };
    },
  }),
  move('factDisputed', {
    fields: { fact: words(60), reason: words() },
    paper: 'correction',
    happen: ({ fact }, at) =>
      isFact(fact, at.known)
        ? { events: [{ type: 'factDisputed', fact: fact as FactName, document: at.paper }] }
        : invalid({ pointer: '/fact', code: 'factNotThere' }),
  }),
  move('factCorrected', {
    fields: { fact: words(60), value: any, reason: words(), on: optional(day), document: optional(paper) },
    paper: 'correction',
    happen: ({ fact, value: sent, on, document }, { known, context, paper: own }) => {
      const shape = correctable(fact);
      if (shape === null) return invalid({ pointer: '/fact', code: 'factComesOtherwise' });
      if (!isFact(fact, known)) return invalid({ pointer: '/fact', code: 'factNotThere' });
      const faults = [...faultsOfShape(sent, shape, '/value'), ...late(on, context.today)];
      if (faults.length > 0) return invalid(...faults);
      const value = normalised(fact, sent);
      if (fact === 'receivedAt' && (value as Instant) > context.at) return invalid({ pointer: '/value', code: 'afterNow' });
      return {
        events: [{ type: 'factCorrected', ...pair(fact, value) }],
        beside: {
          factRows: [row(fact, value, on ?? context.today, document ?? own)],
        },
      };
    },
  }),
  move('disputeAnswered', {
    fields: { fact: words(60), reasons: words() },
    paper: 'correction',
    happen: ({ fact }, { known }) =>
      isFact(fact, known)
        ? { events: [{ type: 'disputeAnswered', fact: fact as FactName, reasonsRecorded: true }] }
        : invalid({ pointer: '/fact', code: 'factNotThere' }),
  }),
];
