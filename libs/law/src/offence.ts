import { type TrialClass } from './facts.js';
import data from './offences.json' with { type: 'json' };

export type OffenceFlag =
  | 'driving'
  | 'knife'
  | 'domestic-possible'
  | 'sexual-notifiable'
  | 'emergency-worker'
  | 'hate-aggravated'
  | 'dpp-consent'
  | 'dpp-consent-possible';

/**
 * One offence of the table made by `tools/offences.mjs`; sources and marks are explained in docs/law.md. Three scales that are never
 * mixed: `npccGravity` 1-5 guides the outcome, `acpoGravity` 1-4 is historic, `seriousness` 1-8 is for statistics. Null: not found.
 */
export type Offence = {
  readonly code: string;
  readonly homeOfficeClass: string | null;
  readonly title: string;
  readonly actSection: string | null;
  readonly triable: TrialClass;
  readonly isRecordable: boolean;
  readonly category: string;
  readonly seriousness: number | null;
  readonly acpoGravity: number | null;
  readonly npccGravity: number | null;
  readonly limitMonths: number | null;
  readonly aggravating: readonly string[];
  readonly mitigating: readonly string[];
  readonly flags: readonly OffenceFlag[];
  readonly sources: readonly string[];
  readonly verified: { readonly [column: string]: string | null };
  readonly note: string | null;
};

export const offences: readonly Offence[] = data as readonly Offence[];

const byCode = new Map(offences.map((row) => [row.code, row]));

/** The offence with that CJS code, or null where the table does not have it. */
export const offence = (code: string): Offence | null => byCode.get(code) ?? null;
