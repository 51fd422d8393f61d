// "At a glance" of docs/law.md: the guard table, one column for each disposal. A cell is made from the rules that the disposal rests on, or
// from a row of the guard table or the legal effects where no rule carries it. Nothing is claimed here that no row says.
import { effectInWords, guardInWords, rowInWords } from '#wording';
import { head, mark, row, sourceOf } from './law-rules.mjs';

/** Each rule that belongs to a line of the table, in a few words. Those of no line are counted in the last one. */
const lines = {
  Age: {
    childIsTenOrOver: '10 or over at the offence',
    childIsUnderEighteenAtCaution: '**under 18 when given**',
    childIsUnderEighteenAtConditionalCaution: '**under 18 when given**',
    deferralIsForChildren: 'made for children; which day counts is open',
  },
  Evidence: {
    evidenceShowsAnOffence: 'an offence took place',
    evidenceMeetsTestForDeferral: 'the full test for the charge that is held back',
    evidenceMeetsFullCodeTest: 'the full test for a charge',
    evidenceSufficesForCaution: 'enough to charge',
    evidenceSufficesForConditionalCaution: 'enough to charge, held by the authorised person',
  },
  Admission: {
    acceptsResponsibilityOrAdmits: 'accepts responsibility or admits; neither where only 22 fits',
    childAdmits: '**admits** to the constable',
    childAdmitsToAuthorisedPerson: '**admits** to the authorised person',
    admissionHeard: 'heard afresh at the giving',
  },
  'Consent or agreement': {
    agreementGiven: '**agrees** at the giving',
    consentToConditionsGiven: '**consents** to it and its conditions',
    documentSigned: '**signs** the document',
  },
  'Appropriate adult': {
    adultIsSuitable: 'there and suitable, **to 17 inclusive**',
    adultSuitableAtGiving: 'looked at afresh at the giving',
  },
  'Legal advice': {
    adviceAnswered: 'entitled, free; offered afresh at the giving',
    adviceOfferedAgain: 'again before a caution for a sexual offence',
    twoClearDaysForAdvice: 'two clear days for it',
  },
  'Whose authority': {
    prosecutorMayBeHeldBack: 'whoever decides on the charge',
    seniorOfficerApprovesInformalDisposal: 'a senior officer at a score of 4 or 5',
    inspectorAuthorisesResolution: 'an inspector for a sexual or indictable-only offence or at a score of 4 or 5',
    prosecutorAuthorisesIndictableCaution: 'the prosecutor where indictable only',
    prosecutorAuthorisesIndictableConditionalCaution: 'the prosecutor where indictable only',
    authorisedPersonDecided: 'an authorised person or the prosecutor',
    chargerHasAuthority: 'police or prosecutor, by the [offence](#who-decides-on-a-charge)',
    directorConsents: 'the Director for some offences',
  },
  'Charging limit': {
    deferralEndsBeforeChargingLimit: 'ends 14 days before it',
    planEndsBeforeChargingLimit: 'ends 14 days before it',
    cautionComesWithinChargingLimit: 'given before it',
    chargeComesWithinLimit: 'charged before it',
  },
};
/** Where nothing is asked, disposal by disposal: a cell that falls empty because a rule was renamed or split is no *no*. */
const nothingAsked = {
  Age: ['nfa'],
  Evidence: ['nfa'],
  Admission: ['nfa', 'o22', 'o23', 'court'],
  'Consent or agreement': ['nfa', 'o22', 'o23', 'yc', 'court'],
  'Whose authority': ['nfa'],
  'Charging limit': ['nfa', 'o22', 'yrd'],
};
/** Effects on the record in a few words, by their code. */
const onRecord = {
  noRecord: 'no',
  localRecordOnly: 'no; a local note',
  noRecordOnceComplete: 'no, once complete',
  cautionOnRecord: 'a caution, no conviction',
  ifConvicted: 'if convicted',
  ifRecordable: 'on the police national computer if recordable',
};
const asEntry = { no: 'no', yes: '**yes**, where there was none before', onlyIfConvicted: 'on conviction' };

/** A dagger where nobody has read the source for it; the page says what it means. */
const open = ({ status }) => (status === 'verified' ? '' : ' †');
const text = (parts, none = 'no') => (parts.length === 0 ? none : parts.join('; '));
const inTable = (all, code) => {
  if (all[code] === undefined) throw new Error(`at a glance has no words for ${code}`);
  return all[code];
};

export function glanceOf(law, labels) {
  const named = Object.values(lines).flatMap(Object.keys);
  const gone = named.filter((rule) => !law.ruleIds.includes(rule));
  if (gone.length > 0) throw new Error(`at a glance names rules that there are not: ${gone.join(', ')}`);
  const asked = (disposal) => [...law.disposalRules[disposal], ...(law.givingRulesOf[disposal] ?? [])];
  const linked = (rule, says) =>
    (says.includes('](') ? says : `[${says}](#${rule.toLowerCase()})`) + open(law.ruleOf(rule).at(-1));
  const ofRules = (line, disposal) =>
    Object.entries(lines[line])
      .filter(([rule]) => asked(disposal).includes(rule))
      .map(([rule, says]) => linked(rule, says));
  const cell = (line, disposal, none) => {
    const parts = ofRules(line, disposal);
    if ((parts.length === 0) !== nothingAsked[line].includes(disposal))
      throw new Error(`at a glance: ${line} of ${disposal} is not as expected`);
    return text(parts, none);
  };
  const ofGuard = (guard, disposal) =>
    law.guards
      .filter((one) => one.guard === guard && one[disposal])
      .map((one) => `[${guardInWords(guard, one[disposal], 'en')}](#beside-the-rules)${open(one)}`);
  const basis = (disposal) =>
    law.guards
      .filter((one) => one.guard === 'basis' && one[disposal])
      .map(({ source, status, [disposal]: code }) => {
        const kind = code === 'statute' ? '' : `${guardInWords('basis', code, 'en')}: `;
        return `${kind}[${source.act}](${source.url}), ${source.at}${open({ status })}`;
      });
  const effect = (name, words, disposal) =>
    law
      .effectsOf(disposal)
      .filter((one) => one.effect === name)
      .map((one) => `[${inTable(words, one.code)}](#legal-effects)${open(one)}`);
  const isVoluntary = (disposal) =>
    law
      .effectsOf(disposal)
      .some(
        ({ effect: is, code }) => is === 'notCompleted' && effectInWords(is, code, 'en').startsWith('The activity is voluntary'),
      );
  const also = (disposal) => {
    const more = asked(disposal).filter((rule) => !named.includes(rule)).length;
    return `[${more} more](#${`${labels.disposals[disposal]} ${disposal}`
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-')})`;
  };
  const belowTen = 'no rule; below ten [outcome 11 alone](#outcome-numbers)';
  const columns = Object.keys(law.disposalRules);
  const line = (name, says) => row(`**${name}**`, ...columns.map(says));
  return [
    ...head('', ...columns.map((disposal) => `${labels.disposals[disposal]} \`${disposal}\``)),
    line('Legal basis', (disposal) => text(basis(disposal), 'none')),
    line('Age', (disposal) => cell('Age', disposal, belowTen)),
    line('Evidence', (disposal) => cell('Evidence', disposal, 'may fall short')),
    line('Admission', (disposal) => cell('Admission', disposal)),
    line('Consent or agreement', (disposal) =>
      cell('Consent or agreement', disposal, isVoluntary(disposal) ? 'no; [the activity is voluntary](#legal-effects)' : 'no'),
    ),
    line('Appropriate adult', (disposal) =>
      text([...ofRules('Appropriate adult', disposal), ...ofGuard('appropriateAdult', disposal)]),
    ),
    line('Legal advice', (disposal) => text([...ofRules('Legal advice', disposal), ...ofGuard('legalAdvice', disposal)])),
    line('Victim’s view', (disposal) => text(ofGuard('victimView', disposal))),
    line('Whose authority', (disposal) => cell('Whose authority', disposal, 'the police')),
    line('Charging limit', (disposal) => cell('Charging limit', disposal, 'needs none')),
    line('Criminal record', (disposal) =>
      text([...effect('criminalRecord', onRecord, disposal), ...effect('policeComputer', onRecord, disposal)]),
    ),
    line('Counts as a first-time entrant', (disposal) => text(effect('firstTimeEntry', asEntry, disposal))),
    line('Also asked', also),
  ];
}

/** The rows behind those cells that no rule carries. */
export const besideTheRules = (law) => [
  '## Beside the rules',
  '',
  'What the guard table says where no rule of a disposal asks about it. It decides nothing.',
  '',
  ...head('What', 'It says', 'Source', 'Mark'),
  ...law.guards.map((one) => {
    const codes = [...new Set(law.disposals.flatMap((disposal) => one[disposal] ?? []))];
    const those = (code) => law.disposals.filter((disposal) => one[disposal] === code).map((disposal) => `\`${disposal}\``);
    const says = codes.map((code) => `${those(code).join(', ')}: ${guardInWords(one.guard, code, 'en')}`).join('<br>');
    return row(rowInWords(law.markOfGuard(one).name, 'en'), says, sourceOf(one.source), mark(one));
  }),
  '',
];
