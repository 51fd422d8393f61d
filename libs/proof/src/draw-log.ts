import { sha256hex } from './digest.js';
import { type DrawFile, type DrawLogEntry, sealHash, takenHash, type ValueStep, valueSteps } from './draw-file.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether every entry of that step carries the step's value. A step without entry fits: a draw may be published with no log. */
export const stepFits = (log: readonly DrawLogEntry[], step: ValueStep, value: string): boolean =>
  log.every((entry) => entry.step !== step || entry.hash === value);

/**
 * Whether the log as a whole fits. Sealed, as this program writes it: every step once and in order, the replacements, times that never go
 * back, and the seal. Without a seal (written by another program): every hash is one that the file accounts for.
 */
export function logFits(file: DrawFile, values: { readonly [step in ValueStep]: string }): boolean {
  const { log, taken } = file;
  if (!log.every((entry) => instant.test(entry.at))) return false;
  const last = log.at(-1);
  if (last?.step !== 'seal') {
    const known = new Set([...Object.values(values), ...taken.map(takenHash), sha256hex(file.text), sha256hex(file.secret)]);
    return log.every((entry) => known.has(entry.hash));
  }
  const entries = log.slice(0, -1);
  const expected = [
    ...valueSteps.map((step) => ({ step, hash: values[step] })),
    ...taken.map((one) => ({ step: 'taken', hash: takenHash(one) })),
  ];
  return (
    entries.length === expected.length &&
    expected.every(({ step, hash }, index) => entries[index]?.step === step && entries[index].hash === hash) &&
    log.every((entry, index) => index === 0 || entry.at >= (log[index - 1]?.at ?? '')) &&
    last.hash === sealHash(entries, last.at)
  );
}
