import { pushingSentences } from '#wording';
import { exampleReferrals, type ExampleReferral } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const disposals = ['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc', 'court'];
const languages = ['en', 'cy'] as const;
type Rule = {
  readonly rule: string;
  readonly answer: string;
  readonly applies?: boolean;
  readonly says: string;
  readonly stands: string;
  readonly status: string;
};
type Explained = {
  readonly disposal: string;
  readonly status: string;
  readonly rules: readonly Rule[];
  readonly needs: readonly { readonly need: string }[];
  readonly atGiving: readonly Rule[];
  readonly record: { readonly effects: readonly { readonly says: string }[]; readonly spentOn: string | null };
};

/** Everything a referral says in words: names, numbers, places, what somebody told, all of a victim. */
function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(words);
}

// Codes of closed lists and names of bodies may stand in a sentence by themselves; whoever was named or quoted may not.
const isTelling = (text: string): boolean => text.length > 3 && !/^\d{4}-\d\d-\d\d/.test(text) && /[A-Z ]/.test(text);
// What stands in every explanation, whoever it is about: the service it goes to, and words of the law itself.
const inEveryone = ['Vale of Glamorgan', 'Cardiff', 'under 18', 'domestic abuse'];

describe('the explanation for the child’s solicitor', () => {
  let world: WebWorld;
  const sent = new Map<string, { readonly reference: string; readonly reader: string; readonly file: ExampleReferral }>();
  beforeAll(async () => {
    world = await webWorld();
    const ahead = Math.round(Date.parse('2027-03-01T12:00:00Z') - Date.now());
    await world.sql('insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now())', [ahead]);
    for (const file of exampleReferrals()) {
      const { received_at, notice, police_file, reference: number } = file;
      const isCourt = notice['source'] === 'COURT_RETURN';
      const force = String(notice['force']).toLowerCase().replaceAll(' ', '-');
      const sender = isCourt ? 'court-liaison@cardiff-youth-court.test' : `custody-sergeant@${force}.test`;
      const body = police_file === null ? { received_at, notice } : { received_at, notice, police_file };
      const answer = await (await world.as(sender)).post('/api/referrals', body);
      const { reference, area } = answer.body as { reference?: string; area?: string };
      if (reference === undefined) throw new Error(`${number}: ${JSON.stringify(answer.body)}`);
      sent.set(number, { reference, reader: `duty-manager@${area ?? 'vale'}.test`, file });
    }
  }, 120_000);
  afterAll(() => world.close());

  async function explained(number: string, language: 'en' | 'cy', accept = 'application/json', query = '') {
    const { reference, reader } = sent.get(number) ?? { reference: '', reader: '' };
    const asked = (await world.as(reader)).get(`/api/cases/${reference}/explanation${query}`);
    return asked.set('Accept', accept).set('Accept-Language', language).expect(200);
  }

  it('has all fifteen referrals before it', () => {
    expect([...sent.keys()]).toHaveLength(15);
  });

  describe.each(exampleReferrals().map(({ reference }) => reference))('%s', (number) => {
    it.each(languages)('tells the seven ways in one order, with sources and marks, in %s', async (language) => {
      const { body } = await explained(number, language);
      const told = body.disposals as readonly Explained[];
      expect(told.map(({ disposal }) => disposal)).toEqual(disposals);
      for (const { rules, atGiving, record } of told) {
        for (const { stands, status } of [...rules, ...atGiving])
          expect([stands, /To be confirmed|I’w gadarnhau/.test(stands)]).toEqual([stands, status === 'toBeConfirmed']);
        expect(record.effects.length).toBeGreaterThan(1);
      }
      expect(body).toMatchObject({ language, isDraft: language === 'cy' });
    });

    it.each(languages)('leaks nobody and nothing that anybody said, in %s', async (language) => {
      const { file } = sent.get(number) ?? { file: undefined };
      const { text } = await explained(number, language, 'text/plain');
      const json = JSON.stringify((await explained(number, language)).body);
      const telling = words([file?.notice, file?.police_file]).filter(isTelling);
      expect(telling.length).toBeGreaterThan(15);
      const leaked = telling.filter((said) => text.includes(said) || json.includes(said));
      expect(leaked.filter((said) => !inEveryone.includes(said))).toEqual([]);
      expect(text.split('\n').filter((line) => /victim|dioddef|ddioddef/i.test(line))).toEqual([]);
    });

    it.each(languages)('sends nobody for an admission, a consent, an answer, a wish, an age, in %s', async (language) => {
      const { text } = await explained(number, language, 'text/plain');
      expect(pushingSentences(text, language)).toEqual([]);
      const { body } = await explained(number, language);
      const needs = (body.disposals as readonly Explained[]).flatMap((one) => one.needs.map(({ need }) => need));
      expect(needs.filter((need) => !/^(record|obtain|wait): [a-zA-Z]+$/.test(need))).toEqual([]);
      expect(needs.filter((need) => /admission|consent|sign|adviceAnswer|adviceTaken|born|wish|ethnic/i.test(need))).toEqual([]);
    });
  });

  const one = (body: { disposals: readonly Explained[] }, disposal: string): Explained => {
    const found = body.disposals.find((each) => each.disposal === disposal);
    if (!found) throw new Error(`no ${disposal}`);
    return found;
  };
  const saysOf = (body: { disposals: readonly Explained[] }, disposal: string) =>
    one(body, disposal).record.effects.map(({ says }) => says);

  it('says what each way would mean for the record: spent, first entry, police computer', async () => {
    const { body } = await explained('R01', 'en', 'application/json', '?on=2026-12-01');
    expect(one(body, 'yc').record).toMatchObject({ isFirstTimeEntry: true, goesOnPoliceComputer: true, spentOn: '2026-12-01' });
    expect(one(body, 'ycc').record.spentOn).toBe('2027-03-01');
    expect(saysOf(body, 'yc')).toEqual(
      expect.arrayContaining([
        'It would count as the child’s first entry into the youth justice system.',
        'Given on 1 December 2026, it would be spent on 1 December 2026.',
        'It goes on the police national computer, for an offence is recordable.',
        'Standard and enhanced checks do not show it automatically, whatever the offence.',
      ]),
    );
    expect(saysOf(body, 'nfa')).toEqual([
      'It would not count as a first entry into the youth justice system.',
      'It leaves no criminal record.',
    ]);
    expect(saysOf(body, 'court')[0]).toContain('only if a court convicts');
    expect(saysOf(body, 'yc').join(' ')).not.toContain('Schedule');
    expect(saysOf((await explained('R08', 'en')).body, 'yc').join(' ')).toContain('Schedule');
  });

  it.each(languages)('says that a rule does not apply here, in %s, and says it of none that rests on a victim', async (language) => {
    const begins = { en: 'Does not apply here: ', cy: 'Nid yw’n gymwys yma: ' }[language];
    const { body } = await explained('R01', language);
    const rules = (body.disposals as readonly Explained[]).flatMap((each) => each.rules);
    const apart = rules.filter(({ applies }) => applies === false);
    expect(apart.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['prosecutorAuthorisesIndictableCaution', 'directorConsents', 'penaltyWithinMaximum']),
    );
    expect(rules.filter(({ says }) => says.startsWith(begins))).toEqual(apart);
    expect(apart.filter(({ rule }) => /domestic|home|partner/i.test(rule))).toEqual([]);
    const { text } = await explained('R01', language, 'text/plain');
    expect(text.split(`- ${begins}`).length - 1).toBe(apart.length);
  });

  it('says what is asked afresh at the giving, and of nothing that is not given', async () => {
    const { body } = await explained('R01', 'en');
    expect(one(body, 'yc').atGiving.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['admissionHeard', 'adultSuitableAtGiving', 'understandingChecked', 'twoClearDaysForAdvice']),
    );
    for (const disposal of ['nfa', 'o22', 'o23', 'court']) expect(one(body, disposal).atGiving).toEqual([]);
  });

  it('says how to be heard: at any time, to whom, by when, and that help is free', async () => {
    const { body } = await explained('R01', 'en');
    expect(body.beHeard.join(' ')).toMatch(/at any time.*Vale of Glamorgan.*The panel is due by .*Legal help is free/);
    const cy = await explained('R01', 'cy', 'text/plain');
    expect(cy.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(cy.text.split('\n')[2]).toMatch(/^Drafft: /);
    expect(cy.text).toContain('Sut i gael eich clywed');
  });

  it('takes ages and the law at the day asked for: both cautions end with the 18th birthday', async () => {
    const before = await explained('R11', 'en', 'application/json', '?on=2026-12-26');
    const after = await explained('R11', 'en', 'application/json', '?on=2026-12-27');
    expect([one(before.body, 'yc').status, one(after.body, 'yc').status]).toEqual(['needs', 'notAllowed']);
    expect(one(after.body, 'o22').status).toBe('allowed');
  });

  it('is seven times not allowed for a notice of a street resolution', async () => {
    const { body } = await explained('R15', 'en');
    expect(new Set((body.disposals as readonly Explained[]).map(({ status }) => status))).toEqual(new Set(['notAllowed']));
  });

  it('is not there for another service, is refused with a day that is none, and every look at it is noted', async () => {
    const { reference } = sent.get('R01') ?? { reference: '' };
    await (await world.as('duty-manager@cardiff.test')).get(`/api/cases/${reference}/explanation`).expect(404);
    await (await world.as('scrutiny-lead@south-wales-commissioner.test')).get(`/api/cases/${reference}/explanation`).expect(403);
    const asked = (await world.as('duty-manager@vale.test')).get(`/api/cases/${reference}/explanation?on=2026-02-30`);
    expect((await asked.expect(400)).body.faults).toMatchObject([{ pointer: '/on', code: 'day' }]);
    const noted = await world.sql<{ what: string }>('select what from teg.access_log where reference = $1 and refused is null', [
      reference,
    ]);
    expect(noted.some(({ what }) => what === 'seeExplanation')).toBe(true);
  });

  it('writes nothing', async () => {
    const count = () =>
      world.sql('select (select count(*) from teg.event) as events, (select count(*) from teg.document) as documents');
    const before = await count();
    await explained('R09', 'en');
    expect(await count()).toEqual(before);
  });
});
