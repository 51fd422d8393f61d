import { londonDay, londonTime } from '#calendar';
import { type CaseExplanationView, type ExplainedDisposal, type Standing } from '#casework';
import { type Disposal, type RuleSource, saidAnswer } from '#law';
import {
  dayInWords,
  disposalInWords,
  effectInWords,
  explanationTexts,
  fill,
  isExplanationDraft,
  type Language,
  needForChildsSide,
  ruleForChildsSide,
  statusInWords,
} from '#wording';
import {
  type ExplainedDisposalShape,
  type ExplainedEffectShape,
  type ExplanationShape,
  type RecordMeaningShape,
} from './explanation.shape.js';

/** The explanation in one language: whole sentences, each from its code. */
export function explanationInWords(view: CaseExplanationView, language: Language): ExplanationShape {
  const { reference, version, asAt, on, disposals } = view;
  const texts = explanationTexts(language);
  const isDraft = isExplanationDraft(language);
  const day = { reference, on: dayInWords(on, language), asAt: dayInWords(londonDay(asAt), language) };
  return {
    reference,
    version,
    asAt,
    on,
    language,
    isDraft,
    title: texts.title,
    notes: [
      ...(isDraft ? [texts.draft] : []),
      texts.forWhom,
      fill(texts.asItStood, { ...day, time: londonTime(asAt).slice(0, 5) }),
      texts.order,
    ],
    disposals: disposals.map((one) => disposalExplained(one, on, language)),
    beHeard: heard(view, language),
  };
}

function heard({ service, panelDueOn }: CaseExplanationView, language: Language): string[] {
  const { heard: texts } = explanationTexts(language);
  return [
    texts.anyTime,
    ...(service === null ? [] : [fill(texts.toWhom, { service: service[language] })]),
    ...(panelDueOn === null ? [] : [fill(texts.byPanel, { day: dayInWords(panelDueOn, language) })]),
    texts.legalHelp,
    texts.silence,
    texts.accuracy,
  ];
}

function disposalExplained(one: ExplainedDisposal, on: string, language: Language): ExplainedDisposalShape {
  const { disposal, status, rules, needs, atGiving, outcomeNumbers, record } = one;
  return {
    disposal,
    title: disposalInWords(disposal, language),
    status,
    says: statusInWords(status, language),
    rules: rules.map((rule) => ({
      ...standing(rule, language),
      rule: rule.rule,
      ...ruleForChildsSide(rule.rule, saidAnswer(rule), language),
      answer: rule.answer,
      ...(rule.applies === false && { applies: false }),
      isWarning: rule.isWarning,
    })),
    needs: needs.map((need) => ({ need, says: needForChildsSide(need, language) })),
    atGiving: atGiving.map((rule) => ({
      ...standing(rule, language),
      rule: rule.rule,
      title: ruleForChildsSide(rule.rule, 'met', language).title,
    })),
    outcomeNumbers: [...outcomeNumbers],
    record: recordInWords(disposal, record, on, language),
  };
}

function standing({ source, from, status, standing: said, reach }: Standing, language: Language) {
  const { stands, reach: reaches } = explanationTexts(language);
  const values = { ...source, from: dayInWords(from, language), reach: reaches[reach] };
  const sentence = fill(stands[status], values);
  if (!said) return { source, from, status, reach, stands: sentence };
  return { source, from, status, standing: said, reach, stands: `${sentence} ${saidInWords(status, said, language)}` };
}

/** Who said that it is confirmed, or is to be. */
const saidInWords = (status: Standing['status'], { by, on }: NonNullable<Standing['standing']>, language: Language): string =>
  fill(explanationTexts(language).said[status], { by, day: dayInWords(on, language) });

const recordingCodes = { yes: 'goesOn', no: 'doesNotGoOn', notKnown: 'ifRecordable' } as const;
const yesOrNo = (is: boolean | null): 'yes' | 'no' | 'notKnown' => (is === null ? 'notKnown' : is ? 'yes' : 'no');

function recordInWords(
  disposal: Disposal,
  meaning: ExplainedDisposal['record'],
  on: string,
  language: Language,
): RecordMeaningShape {
  const texts = explanationTexts(language);
  const { isFirstTimeEntry, goesOnPoliceComputer, spentOn, effects } = meaning;
  const entry = disposal === 'court' && isFirstTimeEntry !== false ? 'onlyIfConvicted' : yesOrNo(isFirstTimeEntry);
  const spent = { on: dayInWords(on, language), day: spentOn === null ? '' : dayInWords(spentOn, language) };
  const told: ExplainedEffectShape[] = effects.map(({ effect, code: asLaw, source, status, standing: said }) => {
    const code = { policeComputer: recordingCodes[yesOrNo(goesOnPoliceComputer)], firstTimeEntry: entry }[effect] ?? asLaw;
    const sentence = fill(texts.effectStands[status], sourceValues(source));
    const stands = said ? `${sentence} ${saidInWords(status, said, language)}` : sentence;
    const says = effectInWords(effect, code, language);
    return { effect, code, says, source, status, ...(said && { standing: said }), stands };
  });
  const ours = (effect: string, code: string, says: string): ExplainedEffectShape => ({
    effect,
    code,
    says,
    source: null,
    status: null,
    stands: null,
  });
  const day = disposal === 'ycc' ? texts.spentOnAtTheLatest : texts.spentOn;
  return {
    isFirstTimeEntry,
    goesOnPoliceComputer,
    spentOn,
    effects: [
      ...(spentOn === null ? [] : [ours('spentOn', spentOn, fill(day, spent))]),
      ...told,
    ],
  };
}

const sourceValues = ({ act, at }: RuleSource): { readonly [name: string]: string } => ({ act, at });
