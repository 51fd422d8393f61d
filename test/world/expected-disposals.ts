/** One of the seven answers, as far as a referral's `expected` block and an answer of the law can be compared. */
export type ComparedDisposal = {
  readonly disposal: string;
  readonly status: string;
  readonly needs: readonly string[];
  readonly outcomeNumbers: readonly string[];
};

/** What the sentences of the files ask for, as the law names it. An inspector is the senior officer of an indictable offence. */
const asked: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^record: a date of giving on or before /, ['record: givingOn']],
  [/^record: (an activity|a plan) that ends by /, ['record: planEndsOn']],
  [/^record: a targeted plan from the national assessment tool$/, ['record: targetedPlan']],
  [/^record: outcome 22 as the only number, /, ['record: resolutionNumber']],
  [/^record: safety of the mother and of the home looked at /, ['record: victimSafetyReview']],
  [/^record: the evidence question answered, /, ['record: wasOutsideDwelling']],
  [/^record: the notification position explained in plain words$/, ['record: notificationExplained']],
  [/^record: the offer of a solicitor's help made again /, ['record: adviceOfferedAgain']],
  [/^record: the reason for an informal disposal at score [45]$/, ['record: informalReason']],
  [/^obtain: an appropriate adult who is not the victim$/, ['obtain: suitableAdult']],
  [/^obtain: approval of a senior officer$/, ['obtain: seniorOfficerApproval', 'obtain: inspectorAuthority']],
  [/^obtain: approval of an inspector or above /, ['obtain: inspectorAuthority']],
  [/^obtain: authority of an inspector or above /, ['obtain: inspectorAuthority']],
  [/^obtain: authority of the Director of Public Prosecutions /, ['obtain: directorAuthority']],
  [/^obtain: the CPS decides/, ['obtain: cps']],
  [/^obtain: the prosecutor ends the proceedings first$/, ['obtain: proceedingsEndedOn']],
  [/^wait: the decision of the national referral mechanism, /, ['wait: trafficking']],
];

/** The law's names for a sentence; a sentence that nobody knows is a fault of the comparison, not an agreement. */
function namesOf(sentence: string): readonly string[] {
  const found = asked.find(([words]) => words.test(sentence));
  if (found === undefined) throw new Error(`No need of the law is known for: ${sentence}`);
  return found[1];
}

/** Need by need: each is there once, and nothing else is. What nothing helps with is no need. */
function sameNeeds(told: readonly string[], sentences: readonly string[]): boolean {
  const wanted = sentences.filter((sentence) => !sentence.startsWith('none:')).map(namesOf);
  return (
    told.length === wanted.length &&
    told.every((need) => wanted.some((names) => names.includes(need))) &&
    wanted.every((names) => told.some((need) => names.includes(need)))
  );
}

/** Every point in which the answers are not what the file expects: `yc: status needs instead of allowed`. None: they agree. */
export function disagreements(told: readonly ComparedDisposal[], expected: readonly ComparedDisposal[]): readonly string[] {
  const names = (list: readonly ComparedDisposal[]) => list.map(({ disposal }) => disposal).join(' ');
  if (names(told) !== names(expected)) return [`disposals ${names(told)} instead of ${names(expected)}`];
  return expected.flatMap(({ disposal, status, needs, outcomeNumbers }, index) => {
    const answer = told[index];
    const point = (what: string, is: unknown, wanted: unknown, isSame: boolean): readonly string[] =>
      isSame ? [] : [`${disposal}: ${what} ${String(is)} instead of ${String(wanted)}`];
    return [
      ...point('status', answer?.status, status, answer?.status === status),
      ...point('needs', answer?.needs, needs, sameNeeds(answer?.needs ?? [], needs)),
      ...point('numbers', answer?.outcomeNumbers, outcomeNumbers, String(answer?.outcomeNumbers) === String(outcomeNumbers)),
    ];
  });
}
