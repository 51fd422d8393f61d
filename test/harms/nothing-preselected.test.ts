import { compareIntrusion, type Disposal, disposals } from '#law';
import { describeApi } from '../../apps/web/src/api/openapi/describe-api.js';
import { endpoints } from '../../apps/web/src/web.module.js';

type Node = { readonly [key: string]: unknown };
const api = describeApi(endpoints) as Node;
const paths = api['paths'] as { readonly [path: string]: { readonly [method: string]: Node } };

/** Every object of the description, with the way to it. */
function* nodes(value: unknown, way = ''): Generator<readonly [string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  yield [way, value as Node];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${way}/${key}`);
}
const all = [...nodes(api)];
const isDisposal = (code: unknown): code is Disposal => disposals.some((one) => one === code);

const schemaOf = (event: string): Node => {
  const body = paths[`/api/cases/{reference}/${event}`]?.['post']?.['requestBody'] as Node | undefined;
  const named = JSON.stringify(body).match(/#\/components\/schemas\/(\w+)/)?.[1] ?? '';
  return (((api['components'] as Node)['schemas'] as Node)[named] ?? {}) as Node;
};

describe('automation bias and net widening: what the API offers', () => {
  it('preselects nothing: no field of any body, query or answer has a default', () => {
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter(([, node]) => 'default' in node && typeof node['default'] !== 'object').map(([way]) => way)).toEqual([]);
  });

  it('names disposals from least to most intrusive wherever it lists them, no further action first', () => {
    const lists = all.flatMap(([way, node]) => {
      const codes: unknown = node['enum'];
      return Array.isArray(codes) && codes.filter(isDisposal).length > 1 ? [{ way, codes: codes.filter(isDisposal) }] : [];
    });
    expect(lists.length).toBeGreaterThan(3);
    for (const { way, codes } of lists) expect([way, codes]).toEqual([way, [...codes].sort(compareIntrusion)]);
    expect(disposals[0]).toBe('nfa');
  });

  it('recommends, ranks and scores nothing: no answer has a field for it', () => {
    const fields = all.flatMap(([way, node]) => (way.endsWith('/properties') ? Object.keys(node) : []));
    expect(fields.length).toBeGreaterThan(200);
    expect(
      fields.filter((name) =>
        /recommend|suggest|advis|preferred(?!_language)|rank|matrix|direction|likelihood|risk_?score/i.test(name),
      ),
    ).toEqual([]);
  });

  it('asks every safeguard of a giving, each by itself, and fills in none', () => {
    const { required } = schemaOf('disposal-given') as { required: readonly string[] };
    expect(required).toEqual(
      expect.arrayContaining(['admissionHeard', 'effectExplained', 'understanding', 'appropriateAdult', 'adviceAnswer']),
    );
  });

  it('asks each decision why nothing less intrusive would do', () => {
    const { required } = schemaOf('panel-decision-recorded') as { required: readonly string[] };
    expect(required).toEqual(expect.arrayContaining(['outcome', 'reasons', 'diversity', 'whyNothingLessIntrusive']));
  });

  it('searches no text: there is no parameter by which anybody could look through what children said', () => {
    const parameters = all.flatMap(([, node]) => (node['in'] === 'query' ? [String(node['name'])] : []));
    expect(parameters.length).toBeGreaterThan(5);
    expect(parameters.filter((name) => /^(q|query|search|text|contains|term|name)$/i.test(name))).toEqual([]);
  });
});
