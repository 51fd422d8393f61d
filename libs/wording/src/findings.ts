import { type CauseOfLateness, type RuleId } from '#law';
import { clockInWords } from './clocks.js';
import causesCy from './cy/causes.json' with { type: 'json' };
import findingsCy from './cy/findings.json' with { type: 'json' };
import { dayInWords } from './day-in-words.js';
import causesEn from './en/causes.json' with { type: 'json' };
import findingsEn from './en/findings.json' with { type: 'json' };
import { type Language } from './language.js';
import { ruleWords } from './law.js';
import { fill } from './problems.js';

const causes = { en: causesEn, cy: causesCy } satisfies Record<Language, { readonly [cause in CauseOfLateness]: string }>;
const findings = { en: findingsEn, cy: findingsCy } satisfies Record<Language, typeof findingsEn>;

/** Why something came late, as it stands after a colon or in a list. */
export const causeInWords = (cause: CauseOfLateness, language: Language): string => causes[language][cause];

type ClockFinding = {
  readonly code: keyof typeof findingsEn;
  readonly clock: string;
  readonly of?: string;
  readonly dueOn: string;
  readonly on: string;
};

type BlankFinding = { readonly code: 'recordBlank'; readonly rule: RuleId };

/** What somebody should look at in a case. */
export function findingInWords(finding: ClockFinding | BlankFinding, language: Language): string {
  if (finding.code === 'recordBlank') return ruleWords(finding.rule, language).unknown;
  const { code, clock, of, dueOn, on } = finding;
  const which = clockInWords(of === undefined ? clock : `${clock}:${of}`, language);
  return fill(findings[language][code], { clock: which, dueOn: dayInWords(dueOn, language), on: dayInWords(on, language) });
}
