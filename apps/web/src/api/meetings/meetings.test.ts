import { aReferral } from '../../../../../test/world/referrals.js';
import { panel, people } from '../../../../../test/world/walked-case.js';
import { type WebWorld, webWorld } from '../../../../../test/world/web-world.js';

describe('meetings and inbox over HTTP', () => {
  let world: WebWorld;
  let reference: string;
  let meeting: string;
  const post = async (status: number, as: string, path: string, body?: object) => {
    const match =
      reference === undefined
        ? '"1"'
        : `"${(await world.sql<{ version: number }>('select version from teg.stream where reference = $1', [reference]))[0]?.version ?? 0}"`;
    const answer = await (await world.as(as)).post(path, body).set(path.startsWith('/api/cases') ? { 'If-Match': match } : {});
    expect([path, answer.status, answer.status === status ? '' : answer.text]).toEqual([path, status, '']);
    return answer;
  };
  const move = (as: string, event: string, body: object = {}) => post(200, as, `/api/cases/${reference}/${event}`, body);

  beforeAll(async () => {
    world = await webWorld({ machineNow: () => Date.parse('2026-11-24T09:00:00Z') });
    reference = (await post(201, people.supervisor, '/api/referrals', aReferral('R01'))).body.reference;
    await move(people.dutyManager, 'case-allocated', { practitioner: people.practitioner });
    const paper = await post(201, people.practitioner, `/api/cases/${reference}/documents`, {
      kind: 'assessment',
      body: { words: 'What she told me.' },
    });
    await post(201, people.practitioner, `/api/cases/${reference}/documents`, {
      kind: 'summary',
      body: { words: 'Needs in short.' },
    });
    await move(people.practitioner, 'assessment-completed', { document: paper.body.document });
    await move(people.teamManager, 'assessment-countersigned', {
      judgements: [{ area: 'safetyOfChild', sufficient: true, note: 'Read.' }],
    });
  });
  afterAll(() => world.close());

  it('a meeting is called by the coordinator, and its members see its list', async () => {
    const called = await post(201, people.coordinator, '/api/meetings', { at: '2026-12-01T10:00:00Z', members: panel });
    meeting = called.body.meeting;
    expect([Object.keys(called.body), called.headers['location']]).toEqual([['meeting'], `/api/meetings/${meeting}`]);
    await move(people.coordinator, 'case-listed', { meeting });
    const seen = (await (await world.as(people.chair)).get(`/api/meetings/${meeting}`).expect(200)).body;
    expect(seen).toMatchObject({
      meeting,
      at: '2026-12-01T10:00:00.000Z',
      area: 'vale',
      agenda: [{ reference, state: 'awaitingPanel', panelDueOn: '2026-12-14' }],
    });
    expect(seen.members).toContainEqual({ person: people.police, role: 'policeDecisionMaker' });
    await post(403, people.chair, '/api/meetings', { at: '2026-12-01T10:00:00Z', members: panel });
    await (await world.as('chair@cardiff.test')).get(`/api/meetings/${meeting}`).expect(404);
  });

  it('the pack has three views: what the child disclosed to the practitioner stays with youth justice', async () => {
    const kinds = async (as: string): Promise<string[]> => {
      const { agenda } = (await (await world.as(as)).get(`/api/meetings/${meeting}`).expect(200)).body as {
        agenda: { papers: { kind: string }[] }[];
      };
      return (agenda[0]?.papers ?? []).map(({ kind }) => kind);
    };
    expect(await kinds(people.member)).toEqual(['summary', 'assessment', 'countersignature', 'notice', 'policeFile']);
    expect(await kinds(people.police)).toEqual(['summary', 'notice', 'policeFile']);
    expect(await kinds(people.victimOfficer)).toEqual(['summary', 'notice', 'policeFile']);
  });

  it('whoever declared a conflict no longer finds the case on the list', async () => {
    await move(people.member, 'conflict-declared', { reason: 'My neighbour.' });
    const seen = (await (await world.as(people.member)).get(`/api/meetings/${meeting}`).expect(200)).body;
    expect(seen.agenda).toEqual([]);
  });

  it('the inbox is a queue with cover: whoever reads a notice takes it off for all of the role', async () => {
    const inbox = async (as: string, query = '') =>
      (await (await world.as(as)).get(`/api/inbox${query}`).expect(200)).body as {
        items: { id: string; reference: string; code: string; says: string; readBy: string | null }[];
        total: number;
      };
    const { items } = await inbox(people.coordinator);
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['conflictDeclared', 'awaitingPanel']));
    expect(items.every((item) => item.reference === reference && item.says.length > 10)).toBe(true);
    const first = items[0];
    await post(200, people.coordinator, `/api/inbox/${first?.id}/read`);
    await post(200, people.coordinator, `/api/inbox/${first?.id}/read`);
    expect((await inbox(people.coordinator)).total).toBe(items.length - 1);
    const all = await inbox(people.coordinator, '?show=all&size=50');
    expect([all.total, all.items.find(({ id }) => id === first?.id)?.readBy]).toEqual([items.length, people.coordinator]);
    await post(404, people.practitioner, `/api/inbox/${first?.id}/read`);
    await post(404, 'coordinator@cardiff.test', `/api/inbox/${first?.id}/read`);
    expect((await inbox(people.coordinator, '?page=9')).items).toEqual([]);
  });
});
