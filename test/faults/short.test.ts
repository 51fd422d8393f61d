import { player } from '../../apps/teg/src/player/player.js';
import { type Acknowledged } from './acknowledged.js';
import { askDatabase } from './database-of.js';
import { lostOf } from './look-back.js';
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
  }, 60_000);
});
