import { randomUUID } from 'node:crypto';
import { type Json, type StreamRef } from '#ledger';
import { type Notice, type PoliceFile } from '#law';
import { randomPart } from '../../referral/reference.js';
import { type Place } from '../../referral/places.js';
import { forceOf } from '../../referral/places.js';
import { incidentKey } from '../../referral/referral-keys.js';
import { referralShape } from '../../referral/check-referral.js';
import { filled } from '../../referral/shape.js';

/** What is rolled and looked up before the decision, which is pure: ids, the random part of the reference, and which files to open. */
export type NewReferral = {
  readonly refs: readonly StreamRef[];
  readonly random: string;
  readonly victims: readonly string[];
  readonly incidentKey: string | null;
};

/** A body may say anything, so what it seems to say is only used to open files; whether it may be so is decided afterwards. */
export function newReferral(body: Json, places: readonly Place[]): NewReferral {
  const { notice, police_file: file } = filled(body, referralShape) as unknown as {
    readonly notice: Notice;
    readonly police_file: PoliceFile | null;
  };
  const force = forceOf(places, notice.force ?? '');
  const key =
    force === null || notice.incident_ref === null || notice.incident_ref.trim() === ''
      ? null
      : incidentKey(force.code, notice.incident_ref);
  const counted = Array.from({ length: notice.victims?.count ?? 0 }, (_, index) => `V${index + 1}`);
  const victims = [...new Set([...counted, ...(file?.victims ?? []).map(({ ref }) => ref ?? '')])];
  const incident: StreamRef =
    key === null ? { newId: randomUUID(), kind: 'incident' } : { key, kind: 'incident', newId: randomUUID() };
  return {
    refs: [
      { newId: randomUUID(), kind: 'case' },
      { newId: randomUUID(), kind: 'child' },
      incident,
      ...victims.map((): StreamRef => ({ newId: randomUUID(), kind: 'victim' })),
    ],
    random: randomPart(),
    victims,
    incidentKey: key,
  };
}
