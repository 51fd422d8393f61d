import { type Instant, parseInstant } from '#calendar';
import { type Notice, type PoliceFile } from '#law';
import { type Fault, type Json } from '#ledger';
import { faultsOfNotYetKnown } from './check-not-yet-known.js';
import { faultsOfNotice } from './check-notice.js';
import { faultsOfPoliceFile } from './check-police-file.js';
import { noticeShape } from './notice.shape.js';
import { policeFileShape } from './police-file.shape.js';
import { faultsOfShape, filled, instant, object } from './shape.js';

/** The body of a referral: a notice, with the police file in hand or to follow. Without `received_at` it is received now. */
export const referralShape = object({ received_at: instant, notice: noticeShape, police_file: policeFileShape }, 'notice');

export type CheckContext = { readonly at: Instant; readonly isForce: (name: string) => boolean };
/** `notice` and `policeFile` have every field, null where nothing was sent; `sent` is kept as it came. */
export type CheckedReferral = {
  readonly receivedAt: Instant;
  readonly notice: Notice;
  readonly policeFile: PoliceFile | null;
  readonly sent: { readonly notice: Json; readonly policeFile: Json };
};
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

type Body = { readonly received_at: string | null; readonly notice: Notice; readonly police_file: PoliceFile | null };

/** Reads a body as it was sent. Pure; every fault at once, of shape and of meaning. */
export function checkReferral(body: Json, { at, isForce }: CheckContext): Checked<CheckedReferral> {
  const ofShape = faultsOfShape(body, referralShape);
  const { received_at, notice, police_file: policeFile } = filled(body, referralShape) as unknown as Body;
  const receivedAt = received_at === null ? at : (parseInstant(received_at) ?? at);
  const ofMeaning = [
    ...(receivedAt > at ? [{ pointer: '/received_at', code: 'afterNow' }] : []),
    ...faultsOfNotice(notice, { receivedAt, isForce }),
    ...faultsOfNotYetKnown(notice as unknown as Json, notice.not_yet_known ?? []),
    ...(policeFile === null ? [] : faultsOfPoliceFile(policeFile, { notice, at })).map((fault) => ({
      ...fault,
      pointer: `/police_file${fault.pointer}`,
    })),
  ];
  const faults = both(ofShape, ofMeaning);
  if (faults.length > 0) return { ok: false, faults };
  const sent = body as { readonly notice: Json; readonly police_file?: Json };
  return {
    ok: true,
    value: { receivedAt, notice, policeFile, sent: { notice: sent.notice, policeFile: sent.police_file ?? null } },
  };
}

/** Reads the body of `PUT .../police-file` after its notice. */
export function checkPoliceFile(body: Json, context: { readonly notice: Notice; readonly at: Instant }): Checked<PoliceFile> {
  const ofShape = faultsOfShape(body, policeFileShape);
  const file = filled(body, policeFileShape) as unknown as PoliceFile;
  const faults = both(ofShape, faultsOfPoliceFile(file, context));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: file };
}

/** What cannot be read is not also blamed for what it says. */
function both(ofShape: readonly Fault[], ofMeaning: readonly Fault[]): readonly Fault[] {
  const unread = ofShape.filter(({ code }) => code !== 'unknownField').map(({ pointer }) => pointer);
  const isUnread = (pointer: string) => unread.some((one) => pointer === one || pointer.startsWith(`${one}/`));
  return [...ofShape, ...ofMeaning.filter(({ pointer }) => !isUnread(pointer))];
}
