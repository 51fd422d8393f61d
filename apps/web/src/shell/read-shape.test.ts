import {
  AnyJson,
  Code,
  Day,
  Email,
  Flag,
  List,
  Moment,
  Nullable,
  Optional,
  Part,
  Parts,
  Text,
  Uuid,
  Whole,
} from './shape-fields.js';
import { readShape } from './read-shape.js';

class Adult {
  @Text({ max: 20 }) name: string;
  @Nullable() @Flag() suitable: boolean | null;
}
class Order {
  @Code(['a', 'b']) kind: 'a' | 'b';
  @Day() on: string;
  @Optional() @Moment() at?: string;
  @Optional() @Whole({ max: 10 }) count?: number;
  @Part(() => Adult) adult: Adult;
  @Parts(() => Adult, { min: 1, max: 3 }) adults: Adult[];
  @Optional() @List({ max: 2 }) @Text({ each: true, max: 5 }) words?: string[];
  @Optional() @Uuid() id?: string;
  @Optional() @Email() to?: string;
  @Optional() @Text({ pattern: /^x+$/ }) form?: string;
  @Optional() @AnyJson() rest?: unknown;
}

const good = { kind: 'a', on: '2026-12-24', adult: { name: 'N', suitable: null }, adults: [{ name: 'M', suitable: true }] };
const faults = (value: unknown) => {
  const answer = readShape(Order, value);
  return answer.ok ? [] : answer.faults.map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('a shape reads plain JSON', () => {
  it('gives back the very same value', () => {
    const answer = readShape(Order, good);
    expect(answer.ok && answer.value).toBe(good);
  });

  it('names every fault at once, also in parts and lists, one a field', () => {
    expect(
      faults({
        kind: 'c',
        at: 'x',
        count: 11,
        adult: { name: ' ', suitable: 'yes', more: 1 },
        adults: [{}, 7],
        words: ['toolong', 1],
        id: 'x',
        to: 'A@b',
        form: 'y',
        extra: 1,
      }),
    ).toEqual([
      '/extra unknownField',
      '/kind code',
      '/on missing',
      '/at moment',
      '/count whole',
      '/adult/more unknownField',
      '/adult/name text',
      '/adult/suitable flag',
      '/adults/0/name missing',
      '/adults/0/suitable missing',
      '/adults/1 part',
      '/words/0 text',
      '/words/1 text',
      '/id uuid',
      '/to email',
      '/form pattern',
    ]);
  });

  it.each([
    ['a list where an object is meant', { ...good, adult: [good.adult] }, '/adult part'],
    ['text where an object is meant', { ...good, adult: 'x' }, '/adult part'],
    ['an object where a list is meant', { ...good, adults: good.adult }, '/adults list'],
    ['a list that is too short', { ...good, adults: [] }, '/adults list'],
    ['null where a value is meant', { ...good, on: null }, '/on day'],
    ['null for what may be left out', { ...good, count: null }, '/count whole'],
    ['a day that does not exist', { ...good, on: '2026-02-30' }, '/on day'],
    ['a number as text', { ...good, count: '3' }, '/count whole'],
    ['no object at all', [], ' part'],
  ])('refuses %s', (_, value, fault) => {
    expect(faults(value)).toEqual([fault]);
  });

  it('gives the values that the text of a fault needs', () => {
    const answer = readShape(Order, { ...good, kind: 'z' });
    expect(answer.ok ? [] : answer.faults).toEqual([{ pointer: '/kind', code: 'code', values: { codes: ['a', 'b'] } }]);
  });
});
