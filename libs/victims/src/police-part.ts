import { type CalendarDay } from '#calendar';
import { type Change, type Json, type StreamFile } from '#ledger';
import { rooms } from '#people';
import { uuidOf } from './uuid-of.js';
import { addition, asFacts, type Said, type VictimRecord, victimKey, victimReference } from './victim-record.js';

/** The part of a police file about one victim, as it was sent. It is kept in the victim's file and nowhere else. */
export type PolicePart = {
  readonly age_band: string | null;
  readonly relation_to_child: string | null;
  readonly wishes: string | null;
  readonly restorative_view: string | null;
  readonly enhanced_rights: boolean | null;
  readonly enhanced_rights_reason: string | null;
  readonly contact_agreed: boolean | null;
  readonly contact_ref: string | null;
  readonly parent_contact_ref: string | null;
  readonly language: string | null;
};

/** A victim of a case, by number, and what is known of them: a notice alone knows at most that all agreed to be contacted. */
export type VictimOfCase = {
  readonly case: string;
  readonly caseReference: string;
  readonly area: string;
  readonly number: string;
  readonly on: CalendarDay;
  readonly agreedInNotice: boolean | null;
  readonly sent: { readonly part: PolicePart; readonly body: Json; readonly version: number } | null;
};

/**
 * Begins a victim's file. Where the victim has one already it is behind a wall that the police do not see over, so a later police file
 * begins a file that adds to it; whoever may see both reads them as one (currentVictim).
 */
export function recordVictim(file: StreamFile, victim: VictimOfCase, isAddition: boolean): Change {
  const { caseReference, number, area, sent } = victim;
  const own = victimReference(caseReference, number);
  const record = recordFrom(victim);
  const code = isAddition ? 'victimPartReceived' : 'victimRecorded';
  const data = {
    case: victim.case,
    number,
    hasEnhancedRights: record.hasEnhancedRights,
    contactAgreed: record.contact?.value ?? null,
  };
  return {
    file,
    events: [{ type: code, data: { ...data, policePart: record.policePart } }],
    reference: isAddition ? `${own}-P${sent?.version ?? 1}` : own,
    state: isAddition ? addition : null,
    facts: asFacts(record),
    rooms: [rooms.victims(area)],
    homeArea: area,
    keys: [{ key: victimKey(own), isUnique: false }],
    ...(sent && {
      documents: [
        { id: uuidOf(`${own} policePart`), version: sent.version, kind: 'policePart', view: 'victim' as const, body: sent.body },
      ],
    }),
    inbox: [{ id: uuidOf(`${file.id} ${code}`), room: rooms.victims(area), role: 'victimOfficer', code }],
  };
}

function recordFrom({ case: id, caseReference, number, on, agreedInNotice, sent }: VictimOfCase): VictimRecord {
  const said = <T>(value: T | null | undefined): Said<T> | null =>
    value === null || value === undefined ? null : { value, on, by: 'police' };
  const part = sent?.part;
  return {
    case: id,
    caseReference,
    number,
    ageBand: part?.age_band ?? null,
    relationToChild: part?.relation_to_child ?? null,
    language: part?.language ?? null,
    contactRef: part?.contact_ref ?? null,
    parentContactRef: part?.parent_contact_ref ?? null,
    hasEnhancedRights: part?.enhanced_rights ?? null,
    enhancedRightsReason: part?.enhanced_rights_reason ?? null,
    contact: said(part?.contact_agreed ?? agreedInNotice),
    wishes: said(part?.wishes),
    restorativeView: said(part?.restorative_view),
    told: null,
    policePart: sent?.version ?? null,
    forCase: [],
  };
}
