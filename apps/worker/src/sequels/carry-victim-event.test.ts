import { Places, RecordReferral, RecordVictimEvent } from '#casework';
import { type Json, Reader } from '#ledger';
import { foundDemonstration } from '#people';
import { recordVictimEvent, type VictimSaid, victimReference } from '#victims';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { aReferral } from '../../../../test/world/referrals.js';
import { logNotices } from '../notices.js';
import { tellEvent } from '../jobs/tell-event.job.js';
import { sequelsOf } from './sequels-of.js';

const officer = 'victim-officer@vale.test';

describe.each(bothQueues)('what a victim officer said, where the case was not told of it; through the queue on %s', (kind) => {
  let tower: BellTower;
  let reference: string;
  beforeEach(async () => {
    tower = await bellTower(kind, '2027-03-01T12:00:00.000Z');
    await foundDemonstration(tower.ledger);
    const command = new RecordReferral(tower.ledger, new Places(new Reader(tower.app, tower.machineNow)));
    const outcome = await command.run(
      await personId('custody-sergeant@south-wales-police.test'),
      aReferral('R03') as unknown as Json,
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    reference = outcome.value.reference;
    await tower.admin.query('delete from teg.outbox');
  });
  afterEach(() => tower.close());

  const personId = async (email: string) =>
    (await tower.admin.query<{ id: string }>('select id from teg.person where email = $1', [email])).rows[0]?.id ?? '';
  /** The first half alone: the process ends before the case is told. */
  const firstHalf = async (said: Omit<VictimSaid, 'on'>) => {
    const outcome = await tower.ledger.write(
      await personId(officer),
      { of: [{ reference: victimReference(reference, 'V1') }] },
      ([file], context) => {
        const change = recordVictimEvent(file, { ...said, on: context.today }, context);
        return 'refusal' in change ? change : { did: [change], value: null };
      },
    );
    expect(outcome.ok).toBe(true);
  };
  const outbox = async () => (await tower.admin.query<{ event: string }>('select id as event from teg.outbox order by id')).rows;
  /** Everything in the outbox, each event twice, until nothing is left. */
  const tellAll = async () => {
    const job = tellEvent({ bell: tower.bell, notices: logNotices(tower.log), sequels: sequelsOf(tower.ledger, tower.log) });
    for (let events = await outbox(); events.length > 0; events = await outbox())
      await tower.deliver(job, [...events, ...events]);
  };
  const inCase = async () =>
    (
      await tower.admin.query<{ type: string; email: string }>(
        `select e.type, p.email from teg.event e join teg.stream s on s.id = e.stream join teg.payload y on y.stream = e.stream and y.seq = e.seq
         left join teg.person p on p.id = (y.body ->> 'by')::uuid where s.reference = $1 and e.type like 'victim%' order by e.seq`,
        [reference],
      )
    ).rows;

  it('reaches the case when the event is told, once, in the officer’s name, though it is delivered twice', async () => {
    await firstHalf({ type: 'victimUpdated', contactAgreed: true, wishes: 'Wants an apology' });
    await firstHalf({ type: 'victimInformed' });
    expect(await inCase()).toEqual([]);
    await tellAll();
    const told = await inCase();
    expect(told).toContainEqual({ type: 'victimUpdated', email: officer });
    expect(told).toContainEqual({ type: 'victimInformed', email: officer });
    expect(told).toHaveLength(2);
    expect(tower.said.filter(({ code }) => code !== 'eventTold')).toEqual([]);
    expect(JSON.stringify(tower.said)).not.toContain('apology');
  });

  it('ends with what was said last, in whatever order the case hears of it', async () => {
    for (const contactAgreed of [true, false, true, false]) await firstHalf({ type: 'victimUpdated', contactAgreed });
    await tellAll();
    expect(await inCase()).toHaveLength(4);
    const { rows } = await tower.admin.query<{ victims: object[] }>(
      "select facts #> '{known,victims}' as victims from teg.stream where reference = $1",
      [reference],
    );
    expect(rows[0]?.victims).toContainEqual(expect.objectContaining({ ref: 'V1', hasAgreedToContact: false }));
  });

  it('is not told again where the case knows', async () => {
    const said = { type: 'victimInformed' } as const;
    const done = await new RecordVictimEvent(tower.ledger).run(await personId(officer), { reference, number: 'V1', said });
    expect(done.ok).toBe(true);
    await tellAll();
    expect(await inCase()).toEqual([{ type: 'victimInformed', email: officer }]);
  });
});
