import { type OffenceFact, type TrialClass } from './facts.js';
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

type OffenceTable = { readonly version: string; readonly offences: readonly Offence[] };

// Every version of the table, the newest last; none is ever changed.
const tables = data as readonly OffenceTable[];
const versions = tables.map(({ version }) => version);
const [first = ''] = versions;

/** The version under which cases are referred now. */
export const offenceTable: string = versions.at(-1) ?? '';
export const offences: readonly Offence[] = tables.at(-1)?.offences ?? [];

const byCode = new Map(tables.map((table) => [table.version, new Map(table.offences.map((row) => [row.code, row]))] as const));

/** The offence with that CJS code, or null where that version of the table does not have it. Throws for a version there never was. */
export function offence(code: string, version: string = offenceTable): Offence | null {
  const table = byCode.get(version);
  if (table === undefined) throw new RangeError(`there is no version ${version} of the offence table`);
  return table.get(code) ?? null;
}

/** The offence of a case, as the table had it when the case was referred. */
export const offenceOf = ({ code, table = first }: Pick<OffenceFact, 'code' | 'table'>): Offence | null => offence(code, table);

/** The version that the offences of a case were referred under, as their facts say it: absent for the first there was. */
export const tableNow = (): string | undefined => (offenceTable === first ? undefined : offenceTable);
