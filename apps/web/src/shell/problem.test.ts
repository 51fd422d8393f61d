import { states } from '#pathway';
import { BadRequestException, NotFoundException } from '@nestjs/common';
import { problemOf, refusalOf, statusOf } from './problem.js';
import { done, refuse } from './refused-request.js';

describe('a refusal as a problem', () => {
  it.each([
    ['invalid', 400],
    ['notSignedIn', 401],
    ['notYours', 403],
    ['notFound', 404],
    ['notNow', 409],
    ['duplicate', 409],
    ['stale', 412],
    ['tooLarge', 413],
    ['wrongMediaType', 415],
    ['notAllowed', 422],
    ['keyReused', 422],
    ['matchMissing', 428],
    ['rateLimited', 429],
    ['broken', 500],
    ['unavailable', 503],
  ] as const)('%s is %i, in both languages', (because, status) => {
    expect(statusOf(because)).toBe(status);
    const [en, cy] = [problemOf({ because }, 'en'), problemOf({ because }, 'cy')];
    expect(en).toMatchObject({ type: `urn:teg:problem:${because}`, status, because });
    expect(cy.title).not.toBe(en.title);
    expect(cy.detail).not.toBe(en.detail);
  });

  it.each(states)('what is not possible in %s says first what the case waits for, in both languages', (state) => {
    const [en, cy] = [problemOf({ because: 'notNow', state }, 'en'), problemOf({ because: 'notNow', state }, 'cy')];
    expect(en.detail).toMatch(/^[A-Z].+\. This cannot be done now\./);
    expect(cy.detail).not.toBe(en.detail);
  });

  it('tells the rules in words beside their codes and sources', () => {
    const rule = { rule: 'childIsTenOrOver', answer: 'notMet', source: { act: 'A', at: 's.1', url: 'u' }, help: 'none' };
    const { rules } = problemOf({ because: 'notAllowed', rules: [rule] }, 'en') as unknown as { rules: [{ says: string }] };
    expect(rules[0]).toMatchObject({ ...rule, title: 'The child was ten or over when the offence happened' });
    expect(rules[0].says).toContain('under ten');
  });

  it('tells what is possible, the other file of a duplicate, and a finer text where there is one', () => {
    expect(problemOf({ because: 'notNow', possible: ['caseAllocated'] }, 'en')).toMatchObject({ possible: ['caseAllocated'] });
    expect(problemOf({ because: 'notNow', state: 'awaitingPanel', possible: ['caseListed'] }, 'en')).toMatchObject({
      state: 'awaitingPanel',
      detail:
        'The case waits for its panel: it is listed for a meeting, and the chair opens it there. This cannot be done now. What is possible is listed.',
    });
    expect(problemOf({ because: 'duplicate', other: 'VG-26-ABC123' }, 'en')).toMatchObject({ other: 'VG-26-ABC123' });
    expect(problemOf({ because: 'notYours', code: 'roomOfAnother' }, 'en').detail).toContain('administrators');
    expect(problemOf({ because: 'notYours', code: 'noSuchText' }, 'en').detail).toBe('The roles you hold do not include this.');
  });
});

describe('an error as a refusal', () => {
  const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

  it.each(['57P01', '57P03', '08006', '53100', '53300', '58030', '40P01', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
    '%s: the record is away',
    (code) => {
      expect(refusalOf(coded(code))).toEqual({ because: 'unavailable' });
    },
  );
  it('node-postgres gives no code when a connection ends', () => {
    expect(refusalOf(new Error('Connection terminated unexpectedly'))).toEqual({ because: 'unavailable' });
  });
  it.each(['22P02', '23505', '42P01', 'TG009'])('%s is a fault of ours, with a reference and nothing else', (code) => {
    const refusal = refusalOf(coded(code, 'invalid input syntax: "Carys Enghraifft"'));
    expect(Object.keys(refusal)).toEqual(['because', 'reference']);
    expect(JSON.stringify(problemOf(refusal, 'en'))).not.toContain('Carys');
  });
  it('what Nest and Express throw keeps its status', () => {
    expect(refusalOf(new NotFoundException()).because).toBe('notFound');
    expect(refusalOf(new BadRequestException()).because).toBe('invalid');
    expect(refusalOf(Object.assign(new Error(), { status: 413, type: 'entity.too.large' })).because).toBe('tooLarge');
  });
  it('a refused outcome is thrown as it is, and as 401 for somebody who left', () => {
    expect(() => done({ ok: false, refusal: { because: 'stale' } })).toThrow(refuse('stale'));
    expect.assertions(2);
    try {
      done({ ok: false, refusal: { because: 'notYours', code: 'personUnknown' } });
    } catch (error) {
      expect(refusalOf(error)).toEqual({ because: 'notSignedIn', code: 'personUnknown' });
    }
  });
});
