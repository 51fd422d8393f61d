import { causeCodes, type CauseOfLateness } from '#law';
import { type Fault, type Json, type JsonObject } from '#ledger';
import { policeFileShape } from '../../referral/police-file.shape.js';
import { code, faultsOfShape, object, type Shape } from '../../referral/shape.js';

const causeShape = code(causeCodes);

/** What is sent: the police file, and why it is late where it is. The cause is no part of the paper. */
export const sentPoliceFileShape: Shape = object({
  ...(policeFileShape.is === 'object' && policeFileShape.fields),
  causeOfLateness: causeShape,
});

export type SentPoliceFile = {
  readonly body: Json;
  readonly cause: CauseOfLateness | null;
  readonly faults: readonly Fault[];
};

/** The paper and the cause apart; a cause that is none is a fault. */
export function sentPoliceFile(sent: Json): SentPoliceFile {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return { body: sent, cause: null, faults: [] };
  const { causeOfLateness: cause = null, ...body } = sent as JsonObject;
  const faults = cause === null ? [] : faultsOfShape(cause, causeShape, '/causeOfLateness');
  return { body, cause: faults.length > 0 ? null : (cause as CauseOfLateness | null), faults };
}
