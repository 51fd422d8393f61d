import fc from 'fast-check';
import {
  type ChainedEvent,
  eventHash,
  eventLine,
  exampleSigner,
  exampleStream,
  type ExportOptions,
  exportOf,
  genesis,
  verifyExport,
  verifyExportBytes,
} from './index.js';

const [one, two, three] = [exampleStream(1, 4), exampleStream(2, 2), exampleStream(3, 3)];
const whole = exportOf([one, two, three]);
const bytes = Buffer.from(whole.file);
const lines = whole.file.split('\n').slice(0, -1);
const row = (event: ChainedEvent | undefined) => `${event?.stream} ${event?.seq}`;
const rows = [...one, ...two, ...three].map(row);
const verify = (data: Uint8Array | string, options?: ExportOptions) => verifyExportBytes([Buffer.from(data)], options);

/** The rows after `from` chained anew, each changed by `change` first. */
function rechained(events: readonly ChainedEvent[], from: number, change: (event: ChainedEvent) => ChainedEvent): ChainedEvent[] {
  let prev = genesis(events[0]?.stream ?? '');
  return events.map((event) => {
    const next = event.seq < from ? event : { ...change(event), prev };
    prev = event.seq < from ? event.hash : eventHash(next);
    return { ...next, hash: prev };
  });
}

describe('an exported ledger', () => {
  it('verifies, by lines and by bytes in pieces of any size', async () => {
    const good = { ok: true, events: 9, streams: 3, root: whole.issued.root };
    expect(await verifyExport(lines)).toEqual(good);
    expect(
      await verifyExport(
        (async function* () {
          yield* lines;
        })(),
      ),
    ).toEqual(good);
    for (const size of [1, 7, 100, 1000, 100_000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
      expect(await verifyExportBytes(pieces)).toEqual(good);
    }
  });

  it('verifies when it is empty of events', async () => {
    expect(await verify(exportOf([]).file)).toMatchObject({ ok: true, events: 0, streams: 0 });
  });

  it('names the row, whichever byte of it was altered', async () => {
    let start = 0;
    for (const [index, line] of lines.entries()) {
      const expected = index === 0 ? 'checkpoint' : rows[index - 1];
      for (let at = start; at < start + Buffer.byteLength(line); at += 1) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ 1;
        const result = await verify(altered);
        if (result.ok || result.at !== expected) throw new Error(`byte ${at} of ${expected}: ${JSON.stringify(result)}`);
      }
      start += Buffer.byteLength(line) + 1;
    }
    expect(start).toBe(bytes.length);
  });

  it('finds every byte set to another, left out or put in twice, line feeds as well', async () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + 1)];
      const same = bytes.subarray(at, at + 1);
      const other = Buffer.from([at % 3 === 0 ? 0x20 : at % 3 === 1 ? 0xff : 0x0a]);
      const altered = [Buffer.concat([before, after]), Buffer.concat([before, same, same, after])];
      if (!other.equals(same)) altered.push(Buffer.concat([before, other, after]));
      for (const data of altered) {
        if ((await verify(data)).ok) throw new Error(`byte ${at} may be altered`);
      }
    }
  });

  it('finds any other change of a few bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }), async (at, put) => {
        const altered = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + put.length)]);
        return altered.equals(bytes) || !(await verify(altered)).ok;
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['without its first line', lines.slice(1), 'checkpoint'],
    ['with a row left out', lines.filter((_, n) => n !== 3), rows[2]],
    ['with the first row of a stream left out', lines.filter((_, n) => n !== 5), rows[4]],
    ['with a row twice', [...lines.slice(0, 4), ...lines.slice(3)], rows[2]],
    ['with two streams exchanged', [...lines.slice(0, 1), ...lines.slice(5), ...lines.slice(1, 5)], rows[0]],
    ['with an unknown member', lines.map((line, n) => (n === 2 ? line.replace(',"hash"', ',"more":1,"hash"') : line)), rows[1]],
    [
      'with members in another order',
      lines.map((line, n) => (n === 2 ? line.replace(/("seq":2),("type":"\w+")/, '$2,$1') : line)),
      rows[1],
    ],
    ['with white space', lines.map((line, n) => (n === 2 ? line.replace(':', ': ') : line)), rows[1]],
    [
      'with another escape',
      lines.map((line, n) => (n === 2 ? line.replace('factRecorded', '\\u0066actRecorded') : line)),
      rows[1],
    ],
    ['with carriage returns', lines.map((line) => `${line}\r`), 'checkpoint'],
    ['with a line of rubbish at the end', [...lines, 'rubbish'], 'line 11'],
    ['with an empty line at the end', [...lines, ''], 'line 11'],
    ['without anything', [], 'checkpoint'],
  ])('%s is refused and named', async (_, altered, at) => {
    expect(await verifyExport(altered)).toMatchObject({ ok: false, at });
  });

  it('counts what it was told to expect: a tail cut off the file is found even without a kept checkpoint', async () => {
    expect(await verifyExport(lines.slice(0, -1))).toEqual({ ok: false, at: 'checkpoint', why: 'counts' });
    expect(await verifyExport(lines.slice(0, -3))).toEqual({ ok: false, at: 'checkpoint', why: 'counts' });
    expect(await verify(whole.file.slice(0, -1))).toEqual({ ok: false, at: 'line 10', why: 'lineFeed' });
  });

  it('names a row that was altered and hashed anew, by what its successor remembers', async () => {
    const forged = one.map((event) => {
      const changed = { ...event, type: 'factCorrected' };
      return event.seq === 2 ? { ...changed, hash: eventHash(changed) } : event;
    });
    expect(await verifyExport([...lines.slice(0, 1), ...forged.map(eventLine), ...lines.slice(5)])).toEqual({
      ok: false,
      at: rows[1],
      why: 'rewritten',
    });
  });
});

describe('a checkpoint that another body kept', () => {
  const { kept, note } = whole.issued;
  const grown = [...one, ...exampleStream(1, 6).slice(4)];

  it('fits every later export', async () => {
    const later = exportOf([grown, two, three, exampleStream(4, 2)]);
    expect(await verify(whole.file, { checkpoint: kept })).toMatchObject({ ok: true });
    expect(await verify(later.file, { checkpoint: kept })).toMatchObject({ ok: true, events: 13, streams: 4 });
    expect(await verify(later.file, { checkpoint: exportOf([]).issued.kept })).toMatchObject({ ok: true });
  });

  it('finds a tail that was cut off, although the export is signed anew', async () => {
    const cut = exportOf([one, two, three.slice(0, 2)]).file;
    expect(await verify(cut)).toMatchObject({ ok: true });
    expect(await verify(cut, { checkpoint: kept })).toEqual({ ok: false, at: rows[8], why: 'missing' });
    expect(await verify(exportOf([one.slice(0, 1), two, three]).file, { checkpoint: kept })).toEqual({
      ok: false,
      at: rows[1],
      why: 'missing',
    });
  });

  it('finds a stream that was left out', async () => {
    expect(await verify(exportOf([one, three]).file, { checkpoint: kept })).toEqual({ ok: false, at: rows[4], why: 'missing' });
    expect(await verify(exportOf([one, two]).file, { checkpoint: kept })).toEqual({ ok: false, at: rows[6], why: 'missing' });
    expect(await verify(exportOf([]).file, { checkpoint: kept })).toEqual({ ok: false, at: rows[0], why: 'missing' });
  });

  it('finds a chain that was recomputed, at the row that it remembers', async () => {
    const forged = rechained(three, 2, (event) => (event.seq === 2 ? { ...event, type: 'factCorrected' } : event));
    const file = exportOf([one, two, forged]).file;
    expect(await verify(file)).toMatchObject({ ok: true });
    expect(await verify(file, { checkpoint: kept })).toEqual({ ok: false, at: rows[8], why: 'kept' });
  });

  it('finds a wholly recomputed ledger under another key, unless nobody kept anything', async () => {
    const forger = exampleSigner('teg.example/ledger', 8);
    const file = exportOf([exampleStream(1, 4, 'x'), two, three], forger).file;
    expect(await verify(file)).toMatchObject({ ok: true });
    expect(await verify(file, { checkpoint: kept })).toEqual({ ok: false, at: 'checkpoint', why: 'keptKey' });
    expect(await verify(file, { publicKey: whole.signer.verifierKey })).toEqual({ ok: false, at: 'checkpoint', why: 'key' });
    expect(await verify(file, { publicKey: [whole.signer.verifierKey, forger.verifierKey], checkpoint: kept })).toEqual({
      ok: false,
      at: rows[3],
      why: 'kept',
    });
  });

  it('must itself be whole', async () => {
    const heads = kept.slice(note.length + 1);
    const options = (checkpoint: string) => ({ checkpoint });
    expect(await verify(whole.file, options(kept.replace('\t4\t', '\t3\t')))).toEqual({
      ok: false,
      at: 'checkpoint',
      why: 'keptListRoot',
    });
    expect(await verify(whole.file, options(`${note}\n${heads.slice(0, -1)}`))).toEqual({
      ok: false,
      at: 'checkpoint',
      why: 'keptListUnreadable',
    });
    expect(await verify(whole.file, options('rubbish'))).toEqual({ ok: false, at: 'checkpoint', why: 'keptNoteUnreadable' });
    expect(await verify(whole.file, options(kept.replace('events 9', 'events 8')))).toEqual({
      ok: false,
      at: 'checkpoint',
      why: 'keptSignature',
    });
  });

  it('as a bare note can be compared with the very same state only', async () => {
    expect(await verify(whole.file, { checkpoint: note })).toMatchObject({ ok: true });
    expect(await verify(exportOf([grown, two, three]).file, { checkpoint: note })).toEqual({
      ok: false,
      at: 'checkpoint',
      why: 'keptListMissing',
    });
  });
});
