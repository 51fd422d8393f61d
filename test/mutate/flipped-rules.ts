import { type Rule } from '../../libs/law/src/rule.js';
import { type RuleId } from '../../libs/law/src/rule-id.js';
import { rules as asWritten } from '../../libs/law/src/rules.js';

/** Handed in by tools/mutate.mjs through Jest; null leaves the law as it is written. */
declare const flip: { readonly rule: RuleId; readonly isMet: boolean } | null;

type Rules = { readonly [id in RuleId]: Rule };

/** Every version of the rule answers the same, whatever the facts: also where none is known. */
function flipped(rule: RuleId, isMet: boolean): Rules {
  const [oldest, ...later] = asWritten[rule];
  const deaf = (version: Rule[number]): Rule[number] => ({ ...version, needs: [], holds: () => isMet });
  return { ...asWritten, [rule]: [deaf(oldest), ...later.map(deaf)] };
}

/** Stands in for `libs/law/src/rules.ts` while tools/mutate.mjs runs the tests of the law. */
export const rules: Rules = flip === null ? asWritten : flipped(flip.rule, flip.isMet);
