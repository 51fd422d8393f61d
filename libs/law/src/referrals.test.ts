import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bankHolidays, londonDay, parseInstant } from '#calendar';
import { disposalsOn, factsOfReferral, type Notice, type PoliceFile } from './index.js';

type Expected = { disposal: string; status: string; needs: string[]; outcomeNumbers: string[] };
type Referral = {
  reference: string;
  received_at: string;
  notice: Notice;
  police_file: PoliceFile | null;
  expected: { judged_at: string; disposals: Expected[] };
};

const folder = join(__dirname, '../../../test/referrals');
const referrals = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Referral);

const kinds = (needs: readonly string[]) =>
  needs
    .map((need) => need.split(':')[0] ?? '')
    .filter((kind) => kind !== 'none')
    .sort();

describe.each(referrals)('referral $reference', (referral) => {
  const at = (text: string) => parseInstant(text) ?? '';
  const facts = factsOfReferral(referral.notice, referral.police_file, at(referral.received_at));
  const answers = disposalsOn(facts, londonDay(at(referral.expected.judged_at)), bankHolidays);

  it.each(referral.expected.disposals.map((expected, index) => ({ ...expected, index })))('$disposal is $status', (expected) => {
    const { index, disposal, status, needs, outcomeNumbers } = expected;
    const answer = answers[index];
    expect({
      disposal: answer?.disposal,
      status: answer?.status,
      needs: kinds(answer?.needs ?? []),
      outcomeNumbers: answer?.outcomeNumbers,
    }).toEqual({ disposal, status, needs: kinds(needs), outcomeNumbers });
  });
});
