import { type CalendarDay } from '#calendar';
import { type Change, type Context, type Refused, refused, type StreamFile } from '#ledger';
import { type Action, may } from '#people';
import {
  asFacts,
  type ForCase,
  type Said,
  type VictimCodes,
  type VictimEventType,
  type VictimRecord,
  victimRecordOf,
} from './victim-record.js';

/** What a victim officer says of a victim: that they were told, asked for a review, were heard about their needs, or what they want. */
export type VictimSaid = {
  readonly type: VictimEventType;
  readonly on: CalendarDay;
  readonly contactAgreed?: boolean | undefined;
  readonly enhancedRights?: boolean | undefined;
  readonly enhancedRightsReason?: string | undefined;
  readonly wishes?: string | undefined;
  readonly restorativeView?: string | undefined;
  readonly language?: string | undefined;
  /** Whether the victim could be heard about their needs; what the needs are is said by `victimUpdated`. */
  readonly heard?: boolean | undefined;
  /** A code of the law's causes. */
  readonly causeOfLateness?: string | undefined;
};

const kept = 10;

/** Puts it into the victim's own file. The event holds codes; words stand in the file. */
export function recordVictimEvent(file: StreamFile | undefined, said: VictimSaid, context: Context): Change | Refused {
  const action: Action = said.type;
  if (!may(context.asker, action)) return refused('notYours');
  if (!file?.exists || file.kind !== 'victim' || file.state !== null) return refused('notFound');
  if (said.on > context.today) return refused('invalid', { faults: [{ pointer: '/on', code: 'afterNow' }] });
  const before = victimRecordOf(file);
  const changes = codesOf(said);
  const { heard, causeOfLateness: cause } = said;
  const needs = heard === undefined ? {} : { isHeard: heard };
  const forCase: ForCase = { seq: file.version + 1, on: said.on, type: said.type, changes, ...needs, ...(cause && { cause }) };
  const record: VictimRecord = {
    ...before,
    ...(said.type === 'victimInformed' && { told: { on: said.on, of: said.type } }),
    ...(said.type === 'victimUpdated' && updated(before, said)),
    forCase: [...before.forCase, forCase].slice(-kept),
  };
  const words = { wishes: said.wishes !== undefined, restorativeView: said.restorativeView !== undefined };
  return {
    file,
    events: [{ type: said.type, data: { number: record.number, on: said.on, ...changes, ...needs, ...words } }],
    facts: asFacts(record),
  };
}

const codesOf = ({ enhancedRights, contactAgreed }: VictimSaid): VictimCodes => ({
  ...(enhancedRights !== undefined && { hasEnhancedRights: enhancedRights }),
  ...(contactAgreed !== undefined && { hasAgreedToContact: contactAgreed }),
});

function updated(before: VictimRecord, said: VictimSaid): Partial<VictimRecord> {
  const heard = <T>(value: T | undefined, known: Said<T> | null): Said<T> | null =>
    value === undefined ? known : { value, on: said.on, by: 'victimOfficer' };
  return {
    contact: heard(said.contactAgreed, before.contact),
    wishes: heard(said.wishes, before.wishes),
    restorativeView: heard(said.restorativeView, before.restorativeView),
    hasEnhancedRights: said.enhancedRights ?? before.hasEnhancedRights,
    enhancedRightsReason: said.enhancedRightsReason ?? before.enhancedRightsReason,
    language: said.language ?? before.language,
  };
}
