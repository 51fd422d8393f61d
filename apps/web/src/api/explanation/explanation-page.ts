import { explanationTexts, fill, type Language } from '#wording';
import { type ExplainedDisposalShape, type ExplanationShape } from './explanation.shape.js';

/** The explanation as a page of plain text, to be printed or read aloud: the same sentences in the same order. */
export function explanationPage({ title, notes, disposals, beHeard }: ExplanationShape, language: Language): string {
  const { beHeard: heading } = explanationTexts(language);
  const parts = [
    [underlined(title), ...notes],
    ...disposals.map((one, index) => disposalLines(one, index + 1, language)),
    [underlined(heading), ...beHeard.map((sentence) => `- ${sentence}`)],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const underlined = (heading: string): string => `${heading}\n${'='.repeat([...heading].length)}`;

function disposalLines(one: ExplainedDisposalShape, number: number, language: Language): readonly string[] {
  const texts = explanationTexts(language);
  const open = one.rules.filter(({ answer }) => answer !== 'met');
  const isMet = one.rules.filter(({ answer }) => answer === 'met');
  const met = [...isMet.filter(({ applies }) => applies !== false), ...isMet.filter(({ applies }) => applies === false)];
  const answerOf = ({ answer, isWarning }: ExplainedDisposalShape['rules'][number]): string =>
    isWarning ? texts.answers.warning : texts.answers[answer as 'notMet' | 'unknown'];
  return [
    underlined(`${number}. ${one.title}: ${one.says}`),
    ...under(
      texts.open,
      open.flatMap((rule) => [`${answerOf(rule)}: ${rule.says}`, `  ${rule.stands}`]),
    ),
    ...under(
      texts.met,
      met.flatMap(({ says, stands }) => [says, `  ${stands}`]),
    ),
    ...under(
      texts.needs,
      one.needs.map(({ says }) => says),
    ),
    ...under(
      texts.atGiving,
      one.atGiving.flatMap(({ title, stands }) => [title, `  ${stands}`]),
    ),
    ...under(
      texts.record,
      one.record.effects.flatMap(({ says, stands }) => (stands === null ? [says] : [says, `  ${stands}`])),
    ),
    ...(one.outcomeNumbers.length === 0 ? [] : [fill(texts.numbers, { numbers: one.outcomeNumbers })]),
  ];
}

/** A heading with its lines, or nothing where there is none. What is indented belongs to the line above it. */
const under = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => (line.startsWith('  ') ? `  ${line}` : `- ${line}`))];
