import {
  type Context,
  type Json,
  type JsonObject,
  Ledger,
  type NewDocument,
  type Outcome,
  type Refused,
  refused,
  type StreamFile,
  type Written,
} from '#ledger';
import { marks, type RuleId, ruleIds, type RuleSource, type RuleVersion, versionOn } from '#law';
import { may, rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { paperEntry } from '../cases/begin-case.js';
import { uuidOf } from '../cases/uuid-of.js';
import { day, type Fields, optional, type Said, shapeOfFields, words } from '../moves/field.js';
import { faultsOfBody, nothingFound, readBody } from '../moves/read-body.js';

const confirmed = { by: words(200), on: day, note: optional(words(2000)) } as const satisfies Fields;
/** Why a rule is looked at again must be said. */
const unconfirmed = { ...confirmed, note: words(2000) } as const satisfies Fields;
const bodies = { verified: confirmed, toBeConfirmed: unconfirmed } as const;

/** The bodies, for the description of the API. */
export const ruleConfirmedShape = shapeOfFields(confirmed);
export const ruleUnconfirmedShape = shapeOfFields(unconfirmed);

/** `rule` names a rule, a clock (`clock.panel`), a legal effect (`effect.spent.yc-ycc`) or a row of a table (`limit.shopTheft`). */
export type StandingOrder = { readonly rule: string; readonly status: RuleVersion['status']; readonly body: Json };
export type StandingSet = {
  readonly rule: string;
  /** First day in force of the version that it is about; of anything else, what exactly was read. */
  readonly from: string;
  readonly status: RuleVersion['status'];
  /** Which version of what was said of the law this is. */
  readonly law: number;
};
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/** The one file on which it is said; migrations/0007-what-is-confirmed.sql finds it by this id. */
const lawFile = '00000000-0000-4000-8000-00000000001a';
const lawKey = 'law:standings';
export const standingsKind = 'ruleStandings';

/**
 * An administrator says that a rule, or anything else that carries a mark, was confirmed by somebody who read its source, or that it is
 * to be confirmed. It holds for every service from then on; what was decided before stays as it was decided. `body` is what was sent,
 * unread.
 */
@Injectable()
export class SetRuleStanding {
  constructor(private readonly ledger: Ledger) {}

  run(asker: string, order: StandingOrder, { key, expect }: Given = {}): Promise<Outcome<StandingSet>> {
    const of = [{ key: lawKey, kind: 'policy', newId: lawFile }] as const;
    return this.ledger.write<StandingSet>(asker, { of, key, expect, request: { ...order } }, ([file], context) =>
      file === undefined ? refused('notFound') : decided(file, order, context),
    );
  }
}

const isRule = (text: string): text is RuleId => ruleIds.some((id) => id === text);

/** What is said to be confirmed or not, in its version of today, with the source that was read. */
function namedOn(name: string, today: string): { readonly from: string; readonly source: RuleSource } | null {
  const rule = isRule(name) ? versionOn(name, today) : null;
  if (rule !== null) return { from: rule.inForce.from, source: rule.source };
  const mark = marks.find((one) => one.name === name);
  return mark === undefined ? null : { from: mark.version, source: mark.source };
}

function decided(file: StreamFile, { rule, status, body }: StandingOrder, context: Context): Written<StandingSet> | Refused {
  if (!may(context.asker, 'changePolicy')) return refused('notYours');
  const version = namedOn(rule, context.today);
  if (version === null) return refused('notFound');
  const fields = bodies[status];
  const faults = faultsOfBody(fields, body);
  if (faults.length > 0) return refused('invalid', { faults });
  const read = readBody(fields, body, nothingFound);
  if (!read.ok) return refused('invalid', { faults: read.faults });
  const { by, on, note } = read.said as Said<typeof confirmed>;
  if (on > context.today) return refused('invalid', { faults: [{ pointer: '/on', code: 'afterNow' }] });

  const { from } = version;
  const before = (file.facts['rules'] ?? {}) as { readonly [rule: string]: JsonObject };
  const rules: JsonObject = { ...before, [rule]: { ...before[rule], [from]: { status, by, on } } };
  const paper: NewDocument = {
    id: uuidOf(`${lawFile} ${standingsKind}`),
    version: file.version + 1,
    kind: standingsKind,
    view: 'everyone',
    // What was read, as it stood then: a source that is put right later was not the one that somebody confirmed.
    body: { rules, said: { rule, from, status, by, on, note, source: { ...version.source } } },
  };
  const type = status === 'verified' ? 'ruleConfirmed' : 'ruleUnconfirmed';
  return {
    did: [
      {
        file,
        events: [{ type, data: { rule, from, on, papers: [paperEntry(paper)] } }],
        facts: { rules },
        documents: [paper],
        rooms: [rooms.administration],
        ...(!file.exists && { keys: [{ key: lawKey, isUnique: true }] }),
      },
    ],
    value: { rule, from, status, law: file.version + 1 },
  };
}
