import { ladderOf, RaiseAlert } from '#casework';
import { Reader } from '#ledger';
import {
  CarryOnDraw,
  DrawCadences,
  DrawNotices,
  DueDraws,
  FreezeFrame,
  GiveText,
  PlanDraw,
  PrepareDraw,
  RemindDraw,
  SetCadence,
} from '#oversight';
import { foundDemonstration } from '#people';
import { type BellTower, bellTower, bothQueues } from '../../../../test/world/bell-tower.js';
import { done } from '../../../../test/world/scrutiny.js';
import { alertDue } from './alert-due.job.js';
import { prepareDraw } from './prepare-draw.job.js';
import { remindDraw } from './remind-draw.job.js';
import { sweep } from './sweep.job.js';

const body = 'south-wales-commissioner';

describe.each(bothQueues)('the draws that come by themselves, through the queue on %s', (kind) => {
  let tower: BellTower;
  let reader: Reader;
  let lead: string;
  beforeEach(async () => {
    tower = await bellTower(kind);
    await foundDemonstration(tower.ledger);
    reader = new Reader(tower.app, tower.machineNow);
    const { rows } = await tower.admin.query<{ id: string }>(
      "select id from teg.person where email = 'scrutiny-lead@south-wales-commissioner.test'",
    );
    lead = rows[0]?.id ?? '';
  });
  afterEach(() => tower.close());

  const due = () => new DueDraws(new DrawCadences(reader), new DrawNotices(reader));
  const prepare = () => prepareDraw({ ledger: tower.ledger, due: due(), command: new PrepareDraw(tower.ledger), log: tower.log });
  const remind = () =>
    remindDraw({
      ledger: tower.ledger,
      due: due(),
      carryOn: new CarryOnDraw(tower.ledger, reader),
      command: new RemindDraw(tower.ledger),
      log: tower.log,
    });
  const draws = async () =>
    (
      await tower.admin.query<{ reference: string; state: string; window: object }>(
        "select reference, state, facts -> 'window' as window from teg.stream where kind = 'draw' order by facts #>> '{window,last}'",
      )
    ).rows;
  const inbox = async () =>
    (
      await tower.admin.query<{ room: string; role: string; code: string }>(
        'select room, role, code from teg.inbox order by at, code',
      )
    ).rows;
  const toLead = (code: string) => ({ room: `oversight:${body}`, role: 'scrutinyLead', code });

  it('prepares the window that is about to end, once, every two months, and tells the lead', async () => {
    expect(await tower.deliver(prepare(), [{}])).toEqual([0]);
    tower.setTime('2026-12-17T09:00:00.000Z');
    expect((await tower.deliver(prepare(), [{}, {}])).reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await draws()).toEqual([
      { reference: expect.stringMatching(/^DR-26-/), state: 'prepared', window: { first: '2026-11-01', last: '2026-12-31' } },
    ]);
    expect(await inbox()).toEqual([toLead('drawPrepared')]);
    tower.setTime('2027-02-20T09:00:00.000Z');
    await tower.deliver(prepare(), [{}]);
    expect((await draws()).map(({ window }) => window)).toContainEqual({ first: '2027-01-01', last: '2027-02-28' });
  });

  it('prepares as often as the body says, of the services that it names', async () => {
    const cadence = { months: 3, services: [{ service: 'vale', n: 5 }], daysBefore: 7 };
    done(await new SetCadence(tower.ledger).run(lead, body, cadence));
    tower.setTime('2026-12-26T09:00:00.000Z');
    await tower.deliver(prepare(), [{}]);
    const { rows } = await tower.admin.query(
      "select facts -> 'window' as window, facts -> 'services' as services from teg.stream where kind = 'draw'",
    );
    expect(rows).toEqual([{ window: { first: '2026-10-01', last: '2026-12-31' }, services: [{ service: 'vale', n: 5 }] }]);
  });

  it('leaves a window alone that the lead has planned; a plan of that very window takes the prepared draw up', async () => {
    tower.setTime('2026-12-17T09:00:00.000Z');
    await tower.deliver(prepare(), [{}]);
    const [prepared] = await draws();
    const order = {
      window: { first: '2026-11-01', last: '2026-12-31' },
      services: [{ service: 'vale', n: 3 }],
      theme: 'late',
      lists: [],
    };
    const planned = done(await new PlanDraw(tower.ledger).run(lead, body, order));
    expect(planned.reference).toBe(prepared?.reference);
    expect(await tower.deliver(prepare(), [{}])).toEqual([0]);
    expect(await draws()).toHaveLength(1);
  });

  it('reminds the lead once when the window is over, and the clock climbs to the whole panel', async () => {
    tower.setTime('2026-12-17T09:00:00.000Z');
    await tower.deliver(prepare(), [{}]);
    expect(await tower.deliver(remind(), [{}])).toEqual([0]);
    tower.setTime('2027-01-01T09:00:00.000Z');
    expect((await tower.deliver(remind(), [{}, {}])).reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await inbox()).toEqual([toLead('drawPrepared'), toLead('drawWaits')]);
    const alert = alertDue({ raiseAlert: new RaiseAlert(tower.ledger, ladderOf), log: tower.log });
    const found = sweep({
      bell: tower.bell,
      ledger: tower.ledger,
      ring: {
        ...tower.ring,
        ring: async (_, calls) =>
          void (await tower.deliver(
            alert,
            calls.map(({ payload }) => payload as never),
          )),
      },
    });
    tower.setTime('2027-02-20T09:00:00.000Z');
    while ((await found.run({})) > 0);
    const climbed = (await inbox()).slice(2);
    expect(climbed.map(({ role, code }) => `${role} ${code}`)).toEqual(
      [
        'scrutinyLead clockDueSoon',
        'scrutinyLead clockDueToday',
        'scrutinyLead clockOverdue',
        'scrutinyMember clockOverdue',
        'scrutinyMember clockOverdue',
      ].sort((a, b) => ((a.split(' ')[1] ?? '') < (b.split(' ')[1] ?? '') ? -1 : 1)),
    );
  });

  it('lets a prepared draw lapse that was overtaken, and its clock with it', async () => {
    tower.setTime('2026-12-17T09:00:00.000Z');
    await tower.deliver(prepare(), [{}]);
    tower.setTime('2027-02-20T09:00:00.000Z');
    await tower.deliver(prepare(), [{}]);
    await tower.deliver(remind(), [{}]);
    expect((await draws()).map(({ state }) => state)).toEqual(['lapsed', 'prepared']);
    const { rows } = await tower.admin.query("select stopped_how from teg.clock where kind = 'draw' order by due_on");
    expect(rows).toEqual([{ stopped_how: 'withdrawn' }, { stopped_how: null }]);
  });

  it('takes the steps that Teg owes, where a process ended in between, each once', async () => {
    const order = {
      window: { first: '2026-09-01', last: '2026-10-31' },
      services: [{ service: 'vale', n: 3 }],
      theme: null,
      lists: [],
    };
    const { reference } = done(await new PlanDraw(tower.ledger).run(lead, body, order));
    await tower.deliver(remind(), [{}]);
    // Two at once would both find the commitment due; from here on both find the reminder.
    await tower.deliver(remind(), [{}, {}]);
    done(await new FreezeFrame(tower.ledger, reader).run(lead, reference));
    done(await new GiveText(tower.ledger).run(lead, reference, 'Nos da'));
    expect((await draws())[0]?.state).toBe('textGiven');
    await tower.deliver(remind(), [{}, {}]);
    expect((await draws())[0]?.state).toBe('published');
    const { rows } = await tower.admin.query(
      "select count(*)::int as n from teg.event e join teg.stream s on s.id = e.stream where s.kind = 'draw'",
    );
    expect(rows).toEqual([{ n: 7 }]);
    expect(await inbox()).toEqual(
      [toLead('drawWaits'), { room: `oversight:${body}`, role: 'scrutinyMember', code: 'drawPublished' }].sort((a, b) =>
        a.code < b.code ? -1 : 1,
      ),
    );
  });
});
