import { exampleReferrals, type ExampleReferral } from '../world/referrals.js';
import { type WebWorld, webWorld } from '../world/web-world.js';

type Victim = { readonly [field: string]: unknown };
/** What a victim said, and by what they could be found. A reason that is a word of the law itself (under 18) says nothing of anybody. */
const telling = ['wishes', 'restorative_view', 'contact_ref', 'parent_contact_ref', 'relation_to_child'];
const nothingSaid = ['none', 'store', 'stranger', 'mother', 'business'];
const victimsOf = ({ police_file }: ExampleReferral): readonly Victim[] => (police_file?.['victims'] ?? []) as readonly Victim[];
const wordsOf = (file: ExampleReferral): readonly string[] =>
  victimsOf(file).flatMap((victim) =>
    telling.flatMap((field) => {
      const said = victim[field];
      return typeof said === 'string' && !nothingSaid.includes(said) ? [said] : [];
    }),
  );

describe('disclosure of the victim: what any reader on the child’s side is shown', () => {
  let world: WebWorld;
  const sent: {
    readonly number: string;
    readonly reference: string;
    readonly readers: readonly string[];
    readonly file: ExampleReferral;
  }[] = [];
  beforeAll(async () => {
    world = await webWorld();
    const ahead = Math.round(Date.parse('2027-03-01T12:00:00Z') - Date.now());
    await world.sql('insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now())', [ahead]);
    for (const file of exampleReferrals()) {
      const { received_at, notice, police_file, reference: number } = file;
      const force = String(notice['force']).toLowerCase().replaceAll(' ', '-');
      const isCourt = notice['source'] === 'COURT_RETURN';
      const sender = isCourt ? 'court-liaison@cardiff-youth-court.test' : `custody-sergeant@${force}.test`;
      const body = police_file === null ? { received_at, notice } : { received_at, notice, police_file };
      const answer = await (await world.as(sender)).post('/api/referrals', body).expect(201);
      const { reference, area } = answer.body as { reference: string; area: string };
      expect([number, wordsOf(file).filter((said) => answer.text.includes(said))]).toEqual([number, []]);
      const readers = [`duty-manager@${area}.test`, sender, 'police-decision-maker@south-wales-police.test'];
      sent.push({ number, reference, readers, file });
    }
  }, 120_000);
  afterAll(() => world.close());

  it('is looked for in every referral that has a victim with words', () => {
    expect(sent.filter(({ file }) => wordsOf(file).length > 0).length).toBeGreaterThan(11);
  });

  it.each(exampleReferrals().map(({ reference }) => reference))(
    '%s: no word, wish, relation or contact of a victim',
    async (number) => {
      const { reference, readers, file } = sent.find((one) => one.number === number) ?? {
        reference: '',
        readers: [],
        file: undefined,
      };
      const words = file === undefined ? [] : wordsOf(file);
      for (const reader of readers) {
        const person = await world.as(reader);
        const shown: string[] = [];
        const get = async (path: string) => {
          const { status, text, body } = await person.get(path);
          if (status === 200) shown.push(text);
          return status === 200 ? (body as { items?: readonly { document: string }[] }) : {};
        };
        for (const part of ['', '/events', '/receipt', '/disposals', '/explanation', '/what-if?panel-limit=10'])
          await get(`/api/cases/${reference}${part}`);
        const { items = [] } = await get(`/api/cases/${reference}/documents`);
        for (const { document } of items) await get(`/api/cases/${reference}/documents/${document}`);
        if (reader === readers[0]) expect(shown.length).toBeGreaterThan(6);
        const leaked = words.filter((said) => shown.some((text) => text.includes(said)));
        expect([number, reader, leaked]).toEqual([number, reader, []]);
      }
    },
  );

  it('is not behind the victim officer’s door either for anybody of the child’s side', async () => {
    const [file] = await world.sql<{ reference: string; id: string }>(
      "select reference, id from teg.stream where kind = 'victim' limit 1",
    );
    for (const reader of ['practitioner@vale.test', 'delivery-officer@south-wales-police.test', 'panel-member@vale.test']) {
      const { status } = await (await world.as(reader)).get(`/api/victims/${file?.id ?? ''}`);
      expect([reader, [403, 404].includes(status)]).toEqual([reader, true]);
    }
  });
});
