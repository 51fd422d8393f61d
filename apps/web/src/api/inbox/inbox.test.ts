import { ladderOf, RaiseAlert } from '#casework';
import { caseEventTypes, duties, waitingClocks, watchedDates } from '#pathway';
import { clockInWords, eventInWords, languages, noticeInWords } from '#wording';
import { aReferral } from '../../../../../test/world/referrals.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

const clocks = [...waitingClocks, ...duties, ...watchedDates, 'draw'];

describe.each(languages)('the words of the inbox and of histories in %s', (language) => {
  it('are there for every clock, of a case and of a draw, and for every event', () => {
    expect(clocks.filter((clock) => clockInWords(clock, language) === clock)).toEqual([]);
    expect(new Set(clocks.map((clock) => clockInWords(clock, language))).size).toBe(clocks.length);
    expect(caseEventTypes.filter((type) => eventInWords(type, language) === type)).toEqual([]);
  });

  it('leave no placeholder open, whatever alert is raised about whatever clock', () => {
    for (const code of ['clockDueSoon', 'clockDueToday', 'clockOverdue', 'clockOnBoardList', 'clockMoved'])
      for (const clock of clocks) expect(noticeInWords({ code, clock }, language)).not.toMatch(/[{}]|^clock/);
  });
});

describe('GET /api/inbox', () => {
  let world: WebWorld;
  let reference: string;
  beforeAll(async () => {
    world = await webWorld();
    // Case time; a token is judged by the computer's.
    await world.sql('insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now())', [
      Date.parse('2027-03-01T10:00:00Z') - Date.now(),
    ]);
    const sergeant = await world.as('custody-sergeant@south-wales-police.test');
    const body = aReferral('R13');
    reference = ((await sergeant.post('/api/referrals', body).expect(201)).body as { reference: string }).reference;
    // It came in some time ago, so that its first alert is due.
    const [due] = await world.sql<{ stream: string }>("select stream from teg.clock where kind = 'allocation'");
    const alert = { stream: due?.stream ?? '', kind: 'allocation', run: 1, step: 0 };
    expect((await new RaiseAlert(world.ledger, ladderOf).run(alert)).ok).toBe(true);
  });
  afterAll(() => world.close());

  it.each([
    ['en', 'Due today: allocation to a practitioner.'],
    ['cy', 'Yn ddyledus heddiw: dyrannu i ymarferydd.'],
  ])('says in %s what is due', async (language, says) => {
    const inbox = await (await world.as('duty-manager@vale.test')).get('/api/inbox').set('Accept-Language', language).expect(200);
    const { items } = inbox.body as { items: object[] };
    expect(items).toContainEqual(expect.objectContaining({ reference, code: 'clockDueToday', clock: 'allocation', says }));
  });

  it('says in a history what happened', async () => {
    const manager = await world.as('duty-manager@vale.test');
    const history = await manager.get(`/api/cases/${reference}/events`).set('Accept-Language', 'cy').expect(200);
    const { items } = history.body as { items: { type: string; says: string }[] };
    expect(items.map(({ type, says }) => [type, says])).toEqual(
      expect.arrayContaining([
        ['referralReceived', 'Derbyniwyd atgyfeiriad'],
        ['alertRaised', "Rhoddwyd gwybod i rywun am ddiwrnod sy'n ddyledus"],
      ]),
    );
    expect(items.filter(({ type, says }) => type === says)).toEqual([]);
  });
});
