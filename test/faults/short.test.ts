import { player } from '../../apps/teg/src/player/player.js';
import { type Acknowledged } from './acknowledged.js';
import { type AlertOnRecord, alertRecord } from './alert-record.js';
import { askDatabase } from './database-of.js';
import { judgeAlerts, type Settled } from './judge-alerts.js';
import { lostOf } from './look-back.js';
import { moveOn } from './move-case-clock.js';
import { makeReferral } from './referral-maker.js';
import { runFaults } from './run-faults.js';
import { runService } from './running-teg.js';
import { halfDone } from './whole-record.js';

describe('faults, in short (npm run faults does sixty)', () => {
  it('three kills, an immediate restart of the database and an emptied queue lose nothing that was acknowledged', async () => {
    const lines: string[] = [];
    const report = await runFaults({ kills: 3, restarts: 1, empties: 1, clients: 8, seed: 8, print: (line) => lines.push(line) });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ lost: 0, halfDone: 0, chain: 'ok' });
    expect(report.acknowledged).toBeGreaterThan(20);
    expect(lines[0]).toContain('fsync on, full_page_writes on, synchronous_commit on');
  }, 180_000);

  it('the case clock jumps, once in the middle of a kill, and the queue delivers every job twice: no alert is missed, early or doubled', async () => {
    const lines: string[] = [];
    const report = await runFaults({ jumps: 3, isTwice: true, clients: 4, seed: 3, print: (line) => lines.push(line) });
    expect(report.faults).toEqual([]);
    expect(report.alerts).toMatchObject({ missed: 0, early: 0, twice: 0 });
    expect(report.alerts.raised).toBeGreaterThan(10);
    expect(lines.join('\n')).toMatch(/delivered a second time: alert-due \d+/);
  }, 300_000);

  it('the clock of the computer is set forward and back by hours, also between two starts: nothing is lost, no alert is missed, early or doubled', async () => {
    const report = await runFaults({ clockMoves: 4, kills: 1, clients: 4, seed: 6, print: () => undefined });
    expect(report.faults).toEqual([]);
    expect(report.alerts).toMatchObject({ missed: 0, early: 0, twice: 0 });
    expect(report.alerts.raised).toBeGreaterThan(10);
  }, 300_000);

  it('would see what is lost and what is half done', async () => {
    const service = await runService();
    try {
      const client = player({ url: service.url });
      const sent = makeReferral(1);
      const reply = await client.write<{ reference: string; event: { seq: number; hash: string } }>(
        'referring-supervisor@south-wales-police.test',
        'POST',
        '/api/referrals',
        sent,
      );
      if (!reply.ok) throw new Error(reply.problem.because);
      const { reference, event } = reply.body;
      const write: Acknowledged = { what: 'referral', reference, ...event, sent };
      expect(await lostOf(client, reference, [write])).toEqual([]);
      expect(await lostOf(client, reference, [{ ...write, seq: 9 }])).toEqual([`referral of ${reference}: no such event`]);
      expect(
        await lostOf(client, reference, [{ ...write, sent: { ...sent, notice: { ...sent.notice, station: 'Penarth' } } }]),
      ).toEqual([`referral of ${reference}: other content`]);
      expect(await lostOf(client, 'VG-26-NOWHERE', [write])).toEqual(['referral of VG-26-NOWHERE: the case cannot be read']);

      expect(await halfDone(service)).toEqual([]);
      await askDatabase(service, "delete from teg.payload where stream = (select id from teg.stream where kind = 'case')");
      await askDatabase(service, "delete from teg.document where kind = 'notice'");
      const found = await halfDone(service);
      expect(found).toHaveLength(2);
      expect(found[0]).toContain('every event has its payload: not so for');
      expect(found[1]).toContain('every case has its notice, child and incident: not so for 1');
    } finally {
      await service.end();
    }
  }, 180_000);

  it('would see an alert that is missed, early or doubled', async () => {
    const service = await runService();
    try {
      const client = player({ url: service.url, patienceMs: 30_000 });
      const sent = await client.write('referring-supervisor@south-wales-police.test', 'POST', '/api/referrals', makeReferral(1));
      expect(sent.ok).toBe(true);
      const settled: Settled[] = [];
      await moveOn({ settled }, client, 1);
      await moveOn({ settled }, client, 10);
      const judged = async () => judgeAlerts(await alertRecord(service), settled);
      const { raised, ...faults } = await judged();
      expect(raised).toBeGreaterThan(3);
      expect(faults).toEqual({ missed: [], early: [], twice: [] });

      // Three alerts of the record are altered in three ways: one is gone, one came a month before its day, one is there again.
      const alerts = (await alertRecord(service)).alerts.filter(({ kind }) => kind !== 'panel');
      const [gone, early, again] = alerts.slice(-3);
      const where = (one: AlertOnRecord | undefined) =>
        `stream = '${one?.stream}' and seq = (select seq from teg.alert_sent where stream = '${one?.stream}' and kind = '${one?.kind}' and run = ${one?.run} and step = ${one?.step})`;
      const behindTheDoor = 'set session_replication_role = replica;';
      await askDatabase(service, `${behindTheDoor} update teg.event set type = 'caseNoted' where ${where(gone)}`);
      await askDatabase(service, `${behindTheDoor} update teg.event set at = at - interval '1 month' where ${where(early)}`);
      for (const table of ['event', 'payload'])
        await askDatabase(
          service,
          `${behindTheDoor} insert into teg.${table} select (jsonb_populate_record(t, jsonb_build_object('seq', 900, 'command_key', null))).* from teg.${table} t where ${where(again)}`,
        );
      const named = (one: AlertOnRecord | undefined) => `${one?.kind} ${one?.run} step ${one?.step} of ${one?.stream}`;
      const seen = await judged();
      expect(seen.missed).toEqual([
        expect.stringContaining(`${named(gone)}, due`),
        `${named(again)}, raised and nobody was told`,
      ]);
      expect(seen.early).toEqual([expect.stringContaining(`${named(early)}, raised`)]);
      expect(seen.twice).toEqual([`${named(again)}, 2 times`]);
    } finally {
      await service.end();
    }
  }, 180_000);
});
