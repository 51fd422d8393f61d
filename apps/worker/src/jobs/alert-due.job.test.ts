import { RaiseAlert } from '#casework';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { alertDue } from './alert-due.job.js';

const file = '00000000-0000-4000-8000-0000000000f1';
const due = { stream: file, kind: 'assessment', run: 1, step: 0 };
const ladder = [
  { workingDays: -3, tell: 'practitioner' },
  { workingDays: 1, tell: 'teamManager' },
];

describe.each(bothQueues)('alert-due, through the queue on %s', (kind) => {
  let tower: BellTower;
  beforeEach(async () => {
    tower = await bellTower(kind);
    await tower.begin(file, {
      rooms: ['yjs:vale', 'seconded:vale'],
      homeArea: 'vale',
      startClocks: [
        { kind: 'assessment', anchorOn: '2026-11-13', dueOn: '2026-11-27', policy: '1', nextAlertAt: '2026-11-24T08:00:00.000Z' },
      ],
    });
  });
  afterEach(() => tower.close());

  const job = () => alertDue({ raiseAlert: new RaiseAlert(tower.ledger, () => ladder), log: tower.log });
  const raised = async () => (await tower.admin.query("select seq from teg.event where type = 'alertRaised'")).rowCount;
  const notices = async () =>
    (await tower.admin.query<{ code: string; role: string }>('select code, role from teg.inbox order by at, code')).rows;

  it('raises the alert once, delivered twice at the same time', async () => {
    const answers = await tower.deliver(job(), [due, due]);
    expect([...answers].sort()).toEqual([0, 1]);
    expect(await raised()).toBe(1);
    expect(await notices()).toEqual([{ code: 'clockDueSoon', role: 'practitioner' }]);
    expect((await tower.admin.query('select step from teg.alert_sent')).rows).toEqual([{ step: 0 }]);
    expect((await tower.admin.query('select next_step, next_alert_at from teg.clock')).rows).toEqual([
      { next_step: 1, next_alert_at: new Date('2026-11-30T08:00:00.000Z') },
    ]);
  });

  it('raises it late rather than not at all, and each step once, however late', async () => {
    tower.setTime('2026-12-10T12:00:00.000Z');
    await tower.deliver(job(), [due, due]);
    await tower.deliver(job(), [{ ...due, step: 1 }, { ...due, step: 1 }, due]);
    expect(await raised()).toBe(2);
    expect(await notices()).toEqual([
      { code: 'clockDueSoon', role: 'practitioner' },
      { code: 'clockOverdue', role: 'teamManager' },
    ]);
    expect((await tower.admin.query('select next_alert_at from teg.clock')).rows).toEqual([{ next_alert_at: null }]);
  });

  it('does nothing where the clock has stopped meanwhile, runs anew, or is not due', async () => {
    await tower.admin.query("update teg.clock set next_alert_at = '2026-11-24T09:00:00.001Z'");
    expect(await tower.deliver(job(), [due])).toEqual([0]);
    await tower.admin.query("update teg.clock set next_alert_at = '2026-11-24T08:00:00Z', run = 2");
    expect(await tower.deliver(job(), [due])).toEqual([0]);
    await tower.admin.query(
      "update teg.clock set run = 1, stopped_seq = 1, stopped_at = '2026-11-24T08:30:00Z', stopped_how = 'met'",
    );
    expect(await tower.deliver(job(), [due])).toEqual([0]);
    expect([await raised(), await notices(), tower.said]).toEqual([0, [], []]);
  });

  it('says so where there is no such file', async () => {
    const nowhere = '00000000-0000-4000-8000-0000000000f9';
    expect(await tower.deliver(job(), [{ ...due, stream: nowhere }])).toEqual([0]);
    expect(tower.said).toEqual([{ ...due, stream: nowhere, code: 'alertNotRaised', because: 'notFound' }]);
  });
});
