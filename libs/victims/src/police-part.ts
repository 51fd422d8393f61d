import { type CalendarDay } from '#calendar';
import { type Change, type Json, type NewDocument, type NewEvent, type StreamFile } from '#ledger';
import { rooms } from '#people';
import { uuidOf } from './uuid-of.js';
import { asFacts, type Said, type VictimRecord, victimRecordOf, victimReference } from './victim-record.js';

/** The part of a police file about one victim, as it was sent. It is kept in the victim's file and nowhere else. */
export type PolicePart = {
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
};

/** A victim of a case, by number. */
export type VictimOfCase = {
  readonly case: string;
  readonly caseReference: string;
  readonly area: string;
  readonly number: string;
  readonly on: CalendarDay;
};

const empty = {
  ageBand: null,
  relationToChild: null,
  language: null,
  contactRef: null,
  parentContactRef: null,
  hasEnhancedRights: null,
  enhancedRightsReason: null,
  contact: null,
  wishes: null,
  restorativeView: null,
  told: null,
  policePart: 0,
} as const;

/**
 * Begins a victim's file, or adds what the police file says to one. A notice alone knows a number, and sometimes whether all victims
 * agreed to be contacted. What a victim officer has heard since from the victim is never overwritten by the police's paper.
 */
export function recordPolicePart(
  file: StreamFile,
  victim: VictimOfCase,
  agreedInNotice: boolean | null,
  sent: { readonly part: PolicePart; readonly body: Json } | null,
): Change {
  const { number, caseReference, area, on } = victim;
  const before: VictimRecord = file.exists ? victimRecordOf(file) : { ...empty, case: victim.case, caseReference, number };
  const version = before.policePart + 1;
  const agreed = sent?.part.contact_agreed ?? agreedInNotice;
  const record: VictimRecord = {
    ...before,
    ...(sent && {
      ageBand: sent.part.age_band,
      relationToChild: sent.part.relation_to_child,
      language: sent.part.language,
      contactRef: sent.part.contact_ref,
      parentContactRef: sent.part.parent_contact_ref,
      hasEnhancedRights: sent.part.enhanced_rights,
      enhancedRightsReason: sent.part.enhanced_rights_reason,
      policePart: version,
    }),
    contact: heard(before.contact, agreed, on),
    wishes: heard(before.wishes, sent?.part.wishes ?? null, on),
    restorativeView: heard(before.restorativeView, sent?.part.restorative_view ?? null, on),
  };
  const document: NewDocument[] = sent
    ? [{ id: uuidOf(`${file.id} policePart`), version, kind: 'policePart', view: 'victim', body: sent.body }]
    : [];
  const type = file.exists ? 'victimPartReceived' : 'victimRecorded';
  const event: NewEvent = {
    type,
    data: {
      case: victim.case,
      number,
      hasEnhancedRights: record.hasEnhancedRights,
      contactAgreed: record.contact?.value ?? null,
      policePart: record.policePart,
    },
  };
  return {
    file,
    events: [event],
    facts: asFacts(record),
    documents: document,
    ...(!file.exists && {
      reference: victimReference(caseReference, number),
      rooms: [rooms.victims(area)],
      homeArea: area,
      inbox: [
        { id: uuidOf(`${file.id} victimRecorded`), room: rooms.victims(area), role: 'victimOfficer', code: 'victimRecorded' },
      ],
    }),
  };
}

/** What the police say counts until the victim has said it to a victim officer. */
const heard = <T>(before: Said<T> | null, value: T | null, on: CalendarDay): Said<T> | null =>
  before?.by === 'victimOfficer' || value === null ? before : { value, on, by: 'police' };
