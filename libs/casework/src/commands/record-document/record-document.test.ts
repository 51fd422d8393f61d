import { type CaseWorld, caseWorld } from '../../../../../test/world/case-world.js';
import { FileScanner } from '../../dossier/file-scanner.js';
import { type DocumentOrder, RecordDocument } from './record-document.command.js';

const practitioner = 'practitioner@vale.test';
const pdf = Buffer.from('%PDF-1.7\nassessment of a child').toString('base64');

describe('a document of a dossier', () => {
  let world: CaseWorld;
  let command: RecordDocument;
  let reference: string;
  const add = async (order: Omit<DocumentOrder, 'reference'>, email = practitioner, given: { key?: string } = {}) =>
    command.run(await world.personId(email), { reference, ...order }, given);
  const refusal = async (order: Omit<DocumentOrder, 'reference'>, email?: string) => {
    const before = await world.rows();
    const outcome = await add(order, email);
    expect(await world.rows()).toEqual(before);
    return outcome.ok ? null : outcome.refusal;
  };
  const read = async (email: string, id: string) =>
    world.reader.aside(await world.personId(email), (query) =>
      query<{ version: number; body: unknown; file: Buffer | null }>(
        'select version, body, file from teg.document where id = $1 order by version',
        [id],
      ),
    );

  beforeAll(async () => {
    world = await caseWorld();
    command = new RecordDocument(world.ledger, world.reader, new FileScanner());
    reference = await world.refer(world.ownReferral());
  });
  afterAll(() => world.close());

  it('is kept as words or as a file, hashed, and moves nothing', async () => {
    const words = { text: 'Tŷ “Ŵyn” <b>👧</b>' };
    const written = await add({ kind: 'plan', body: words });
    const filed = await add({ kind: 'assessment', file: pdf, mediaType: 'application/pdf' });
    if (!written.ok || !filed.ok) throw new Error(JSON.stringify([written, filed]));
    expect(filed.value).toMatchObject({ version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect((await read(practitioner, written.value.document))[0]?.body).toEqual(words);
    expect((await read(practitioner, filed.value.document))[0]?.file?.toString('base64')).toBe(pdf);
    const [row] = await world.sql('select state, version from teg.stream where reference = $1', [reference]);
    expect(row).toEqual({ state: 'awaitingAllocation', version: 4 });
    const [event] = await world.sql<{ body: object }>(
      'select y.body from teg.payload y join teg.stream s on s.id = y.stream where s.reference = $1 and y.seq = 4',
      [reference],
    );
    expect(event?.body).toMatchObject({
      event: { kind: 'assessment', document: filed.value.document },
      papers: [{ version: 1, hash: filed.value.hash }],
    });
  });

  it('of the youth justice view is not the police’s to read', async () => {
    const outcome = await add({ kind: 'voiceOfChild', body: { text: 'what she said' } });
    const id = outcome.ok ? outcome.value.document : '';
    expect(await read('team-manager@vale.test', id)).toHaveLength(1);
    for (const email of [
      'referring-supervisor@south-wales-police.test',
      'police-decision-maker@south-wales-police.test',
      'practitioner@cardiff.test',
      'victim-officer@vale.test',
    ])
      expect([email, await read(email, id)]).toEqual([email, []]);
  });

  it('has versions that are only ever added, also when two add at once', async () => {
    const first = await add({ kind: 'plan', body: { text: 'one' } });
    const document = first.ok ? first.value.document : '';
    const both = await Promise.all([
      add({ kind: 'plan', body: { text: 'two' }, document }),
      add({ kind: 'plan', body: { text: 'three' }, document }, 'practitioner-2@vale.test'),
    ]);
    expect(both.map((outcome) => outcome.ok && outcome.value.version).sort()).toEqual([2, 3]);
    expect((await read(practitioner, document)).map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(await refusal({ kind: 'assessment', body: { text: 'x' }, document })).toMatchObject({
      faults: [{ pointer: '/kind', code: 'documentOfOtherKind' }],
    });
    expect(await refusal({ kind: 'plan', body: { text: 'x' }, document: 'ffffffff-0000-4000-8000-000000000000' })).toMatchObject({
      faults: [{ pointer: '/document', code: 'documentNotThere' }],
    });
  });

  it.each<[string, Omit<DocumentOrder, 'reference'>, string]>([
    ['nothing in it', { kind: 'plan' }, ' oneOf'],
    ['both words and a file', { kind: 'plan', body: 'x', file: pdf }, ' oneOf'],
    ['an unknown kind', { kind: 'notice', body: 'x' }, '/kind code'],
    ['a file that is no base64', { kind: 'plan', file: 'not base64!' }, '/file base64'],
    ['a program', { kind: 'plan', file: Buffer.from('MZ\x90\x00').toString('base64') }, '/file fileIsProgram'],
    ['an archive', { kind: 'plan', file: Buffer.from('PK\x03\x04').toString('base64') }, '/file fileTypeNotTaken'],
    ['a file that is not what is said', { kind: 'plan', file: pdf, mediaType: 'image/png' }, '/mediaType fileIsNotWhatItSays'],
    [
      'a file that is too large',
      { kind: 'plan', file: Buffer.alloc(5 * 1024 * 1024 + 1, 'a').toString('base64') },
      '/file fileTooLarge',
    ],
  ])('is refused with %s', async (_, order, expected) => {
    const refused = await refusal(order);
    expect(refused?.faults?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([expected]);
  });

  it('is refused from whoever does not add that kind, or does not see the case', async () => {
    expect(await refusal({ kind: 'assessment', body: 'x' }, 'referring-supervisor@south-wales-police.test')).toEqual({
      because: 'notYours',
      code: 'documentKindNotYours',
    });
    expect(await refusal({ kind: 'assessment', body: 'x' }, 'practitioner@cardiff.test')).toEqual({ because: 'notFound' });
    expect(await refusal({ kind: 'assessment', body: 'x' }, 'auditor@vale.test')).toEqual({ because: 'notYours' });
  });

  it('is added once for one key', async () => {
    const first = await add({ kind: 'plan', body: 'x' }, practitioner, { key: 'd-1' });
    const again = await add({ kind: 'plan', body: 'x' }, practitioner, { key: 'd-1' });
    expect(again).toMatchObject({ ok: true, isReplay: true, value: { document: first.ok && first.value.document } });
    expect(await add({ kind: 'plan', body: 'y' }, practitioner, { key: 'd-1' })).toEqual({
      ok: false,
      refusal: { because: 'keyReused' },
    });
  });
});
