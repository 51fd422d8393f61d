import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleExport, exampleStream, exportOf } from '#proof';
import { said } from '../said.js';

const folder = mkdtempSync(join(tmpdir(), 'teg-verify-'));
const written = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const whole = exampleExport(3, 4);
const lines = whole.file.split('\n').slice(0, -1);
const streamOf = (number: number) => exampleStream(number, 1)[0]?.stream ?? '';

describe('teg verify-ledger', () => {
  it('says ok with counts and root, and what it cannot find without an older checkpoint', async () => {
    const { code, out, err } = await said('verify-ledger', written('whole', whole.file));
    expect(code).toBe(0);
    expect(out).toBe(`ok events=12 streams=3 root=${whole.issued.root}\n`);
    expect(err).toMatch(/Without an older checkpoint.*cut off.*recomputed/);
  });

  it('names the row of any one altered byte, exit code 1', async () => {
    for (const at of [1, 5, 12]) {
      const line = lines[at] ?? '';
      const altered = lines.with(at, line.replace('"type":"f', '"type":"g').replace('"type":"r', '"type":"s'));
      const { code, out } = await said('verify-ledger', written('altered', altered.map((one) => `${one}\n`).join('')));
      expect({ code, out }).toEqual({ code: 1, out: `${streamOf(Math.ceil(at / 4))} ${((at - 1) % 4) + 1}\n` });
    }
  });

  it('names the checkpoint where the first line was altered', async () => {
    const altered = whole.file.replace('"events":12', '"events":13');
    expect(await said('verify-ledger', written('header', altered))).toMatchObject({ code: 1, out: 'checkpoint\n' });
    expect(await said('verify-ledger', written('header', ` ${whole.file}`))).toMatchObject({ code: 1, out: 'checkpoint\n' });
  });

  describe('with an older checkpoint', () => {
    const older = exportOf([exampleStream(1, 4), exampleStream(2, 3)]);
    const kept = written('kept', older.issued.kept);

    it('is content with a ledger that has gone on since', async () => {
      expect(await said('verify-ledger', written('whole', whole.file), '--checkpoint', kept)).toMatchObject({ code: 0, err: '' });
    });

    it('finds a tail that was cut off, although the export was drawn up and signed anew', async () => {
      const cut = exportOf([exampleStream(1, 4), exampleStream(2, 2)]);
      expect(await said('verify-ledger', written('cut', cut.file))).toMatchObject({ code: 0 });
      expect(await said('verify-ledger', written('cut', cut.file), '--checkpoint', kept)).toMatchObject({
        code: 1,
        out: `${streamOf(2)} 3\n`,
      });
    });

    it('finds a chain that was recomputed as a whole', async () => {
      const recomputed = exportOf([exampleStream(1, 4), exampleStream(2, 4, 'another history'), exampleStream(3, 4)]);
      expect(await said('verify-ledger', written('recomputed', recomputed.file))).toMatchObject({ code: 0 });
      expect(await said('verify-ledger', written('recomputed', recomputed.file), '--checkpoint', kept)).toMatchObject({
        code: 1,
        out: `${streamOf(2)} 3\n`,
      });
    });

    it('takes it also as the service hands it out, and from an older export', async () => {
      const cut = written('cut', exportOf([exampleStream(1, 4), exampleStream(2, 2)]).file);
      for (const text of [
        JSON.stringify({ kept: older.issued.kept }),
        JSON.stringify({ kept: older.issued.kept }, null, 2),
        older.file,
      ]) {
        expect(await said('verify-ledger', cut, '--checkpoint', written('other', text))).toMatchObject({
          code: 1,
          out: `${streamOf(2)} 3\n`,
        });
      }
    });

    it('says that a checkpoint alone, without its heads, is not enough', async () => {
      const { code, err } = await said(
        'verify-ledger',
        written('whole', whole.file),
        '--checkpoint',
        written('bare', older.issued.note),
      );
      expect(code).toBe(2);
      expect(err).toContain('without its list of heads');
    });

    it('finds a checkpoint that was itself altered, or is of another ledger', async () => {
      const file = written('whole', whole.file);
      expect(
        await said('verify-ledger', file, '--checkpoint', written('bad', older.issued.kept.replace('\t3\t', '\t2\t'))),
      ).toMatchObject({ code: 1, out: 'checkpoint\n' });
    });
  });

  it('says 2 for what it cannot read', async () => {
    for (const file of [
      join(folder, 'nowhere'),
      folder,
      written('empty', ''),
      written('other', '{"a":1}\n{"b":2}\n'),
      written('text', 'hello\n'),
    ]) {
      expect(await said('verify-ledger', file)).toMatchObject({ code: 2, out: '' });
    }
    const file = written('whole', whole.file);
    for (const checkpoint of [
      join(folder, 'nowhere'),
      written('no', 'hello'),
      written('json', '{}'),
      written('blank', 'a\n\nb'),
    ]) {
      expect(await said('verify-ledger', file, '--checkpoint', checkpoint)).toMatchObject({ code: 2, out: '' });
    }
    expect(await said('verify-ledger')).toMatchObject({ code: 2 });
  });
});
