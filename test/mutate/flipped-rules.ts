import { type Rule, type RuleVersion } from '../../libs/law/src/rule.js';
import { type RuleId } from '../../libs/law/src/rule-id.js';
import { rules as asWritten } from '../../libs/law/src/rules.js';

/** Handed in by tools/mutate.mjs through Jest; null leaves the law as it is written. */
declare const flip: { readonly rule: RuleId; readonly what: 'holds' | 'concerns'; readonly is: boolean } | null;

type Rules = { readonly [id in RuleId]: Rule };

/** Every version of the rule answers the same, or is always or never concerned, whatever the facts: also where none is known. */
function flipped({ rule, what, is }: NonNullable<typeof flip>): Rules {
  const [oldest, ...later] = asWritten[rule];
  const deaf = ({ concerns = () => true, ...version }: RuleVersion): RuleVersion =>
    what === 'holds'
      ? { ...version, needs: [], holds: () => is }
      : {
          ...version,
          concerns: (facts, context) => (typeof concerns(facts, context) === 'boolean' ? is : concerns(facts, context)),
        };
  return { ...asWritten, [rule]: [deaf(oldest), ...later.map(deaf)] };
}

/** Stands in for `libs/law/src/rules.ts` while tools/mutate.mjs runs the tests of the law. */
export const rules: Rules = flip === null ? asWritten : flipped(flip);
