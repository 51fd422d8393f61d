// Writes docs/law.md: each rule with its source, dates, mark, where it is used and its test; the clocks; the tables. `--check` only says
// whether the page is up to date (exit 1 if not). It reads what was built, so it builds first.
import { readFileSync, mkdirSync, writeFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import './build.mjs';
import { effectInWords } from '#wording';
import { causesOf, clocksOf, factsOf } from './law-clocks.mjs';
import { contentsOf, entriesOf, head, mark, row, sourceOf } from './law-rules.mjs';
import { besideTheRules, glanceOf } from './law-glance.mjs';
import { tablesOf } from './law-tables.mjs';

const root = resolve(import.meta.dirname, '..');
const law = await import('#law');
const labels = JSON.parse(readFileSync(join(root, 'libs/wording/src/en/disposals.json'), 'utf8'));
const { ordinaryCase, today } = await import('../dist/libs/law/src/ordinary-case.js');
/** Cases in which rules look at what they look at: nothing known, everything ordinary, and what makes more of them concerned. */
const offences = ['TH68023', 'SX03007', 'PK78003', 'PU86004', 'CJ88152', 'CJ88116'].map((code) => ({
  code,
  on: '2026-11-14',
  gravity: { start: 5, adjustment: 0, final: 5, isScorerNamed: true },
}));
const victims = [{ ref: 'V1', isDomesticAbuse: true, isPartner: true }];
const recorded = { crimeOutcomeNumber: '22', outcome: 'yc', planEndsOn: '2027-03-01', trafficking: { isReferred: true } };
const grave = {
  ...ordinaryCase,
  offences,
  victims,
  ...recorded,
  conditions: [{ purpose: 'punish', hours: 4, penaltyPounds: 5 }],
};
const cases = [{}, ordinaryCase, grave, ...offences.map((one) => ({ ...grave, offences: [one] }))];
const when = {
  listing: 'a case is put on the list of a panel',
  countersigning: 'a manager signs the assessment',
  panel: 'the panel opens a case, and again when it decides',
  decision: 'the panel decides',
  policeDecision: 'the police decide',
  escalation: 'somebody decides where the panel did not agree',
  communityPanel: 'the same, where a pathway has a member of the community',
  variation: 'conditions are changed; the rules on conditions, penalty, hours and length are asked again',
  reopening: 'a case that was closed is opened again',
  prosecutionAfterBreach: 'prosecution after conditions were not kept',
  limitPassed: 'a case ends because the charging limit has passed',
  crimeOutcome: 'the police record the outcome',
  victimReview: 'a victim asks for a review',
};
/** What a row of effects says, a sentence for each of its codes, with the disposals that bring it. */
function saysOf(name) {
  const effect = law.legalEffects.find((one) => law.markOfEffect(one).name === name);
  const codes = [...new Set(law.disposals.flatMap((disposal) => effect[disposal] ?? []))].filter((code) => code !== 'none');
  return codes
    .map((code) => {
      const those = law.disposals.filter((disposal) => effect[disposal] === code).map((disposal) => `\`${disposal}\``);
      return `${those.join(', ')}: ${effectInWords(effect.effect, code, 'en')}`;
    })
    .join('<br>');
}
const effects = law.marks
  .filter(({ kind }) => kind === 'effect')
  .map(({ name, source, status }) => row(`\`${name}\``, saysOf(name), sourceOf(source), mark({ status })));
const tables = tablesOf(labels);

const page = `${[
  '# The law as Teg holds it',
  '',
  'Made by `node tools/law-table.mjs` from `libs/law`; do not edit.',
  '',
  '**Nothing here has been read by a sergeant, a panel chair or a solicitor yet: let one of each read it before it is relied on.**',
  '',
  '## At a glance',
  '',
  'From left to right the ways are in one fixed order, from least to most intrusive. Each cell comes from the rules or rows that it links to.',
  '**†** is *to be confirmed*: see [how to read it](#how-to-read-it). *No* means that nothing here rests on it.',
  '',
  ...glanceOf(law, labels),
  '',
  '- The panel recommends; the police decide. With *no further action* the panel suggests, and the police choose the number. `court` refers the case',
  '  for a charging decision and is no charge yet.',
  '- Appropriate adults go up to and including 17 since 13 April 2015. Many old copies of ss.66ZA and 66B still read “under 17”.',
  '- An agreement to an activity under outcome 22 or 23 is no admission.',
  '',
  '## How to read it',
  '',
  '- A rule is a sentence that is true of a case or not. It is answered *met*, *not met* or *unknown*. Unknown never passes and never accuses.',
  '- A rule that does not concern a case is met and says so: *does not apply here*, with its reason.',
  '- **Mark.** *Verified*: the source was read for what it is cited for, or a page that reproduces or summarises it; of a service’s plan, that the',
  '  plan says so. *To be confirmed*: all else. Nobody has read the source for it yet, a secondary page alone was read (the source then says',
  '  so), the text read was replaced since, or it is proposed here.',
  '- **Effect.** *Protective: blocks*: it protects the child and blocks even while it is to be confirmed. *Blocks*: it stands in the way where it',
  '  is not met. *Warns only*: unconfirmed, and it would only take an option from the child.',
  '- **Reach.** Law; national guidance; or the service’s own policy, which a sergeant may lift with a reason unless it protects the child.',
  '- **Known at the latest.** From that moment on *unknown* stands in the way. *Not met* always does.',
  '- **In force.** A rule has dated versions. Each says which day picks its version: of the offence, of the decision, of the giving. 2013-04-08, when',
  '  the Code of Practice of 2013 came into force, is the first day that this page covers and no day of the rule’s own: guidance of 2019, 2023 or 2025',
  '  is younger than that, and which text bound an older case is not said here.',
  '- *Allowed* is never advised, and a date is never a reason to charge. Nobody is sent to get an admission, a consent or an agreement.',
  '- A source without an address is policy drawn up with Teg, for which no authority is claimed.',
  '',
  'The marks here are those that were delivered. What was said since, by whom and on which source, stands on the record of a running service:',
  '`GET /api/law/marks` is the one list of everything on this page that carries a mark, with its history. An administrator sets one by its',
  'name, such as `POST /api/law/limit.shopTheft/confirmed` or `POST /api/law/effect.fingerprints.yc-ycc/unconfirmed` (with a reason); the case’s',
  'clocks, its seven answers and its explanation say the mark as it stands.',
  '',
  '## Contents',
  '',
  '1. [Rules by disposal](#rules-by-disposal): what each of the seven rests on, from least to most intrusive',
  `2. [The rules](#the-rules): each of the ${law.ruleIds.length} with source, mark, dates, facts and test`,
  '3. [Beside the rules](#beside-the-rules): legal basis, adult, advice and victim’s view where no rule asks',
  '4. [Who decides on a charge](#who-decides-on-a-charge)',
  '5. [Charging limits](#charging-limits)',
  '6. [Gravity](#gravity)',
  '7. [Financial penalties](#financial-penalties)',
  '8. [Outcome numbers](#outcome-numbers)',
  '9. [Street resolutions](#street-resolutions)',
  '10. [Clocks](#clocks)',
  '11. [Causes of lateness](#causes-of-lateness)',
  '12. [Legal effects](#legal-effects)',
  '13. [Facts and their help](#facts-and-their-help)',
  '',
  '## Rules by disposal',
  '',
  ...contentsOf(law, labels, when),
  '',
  '## The rules',
  '',
  ...entriesOf(law, cases, today),
  ...besideTheRules(law),
  ...tables,
  ...clocksOf(law),
  ...causesOf(law),
  '## Legal effects',
  '',
  'What each way brings for the child’s record and later life, in the words of the explanation for the child’s side.',
  '**Trap:** many pages of councils and forces still say that an enhanced check shows every youth caution. That has been wrong since 28 November 2020.',
  '',
  ...head('Effect', 'What it means', 'Source', 'Mark'),
  ...effects,
  '',
  ...factsOf(law),
].join('\n')}\n`;

const target = join(root, 'docs/law.md');
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== page) {
    console.error('docs/law.md is not what tools/law-table.mjs makes of libs/law: run node tools/law-table.mjs');
    process.exit(1);
  }
} else {
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(target, page);
}
