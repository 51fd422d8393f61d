import { documentKindNames, paperKinds } from '#casework';
import { paperInWords } from '#wording';

/** What comes with a referral, beside what people add and what moves write. */
const ofReferral = ['notice', 'policeFile', 'identity'];
const kinds = [...new Set([...ofReferral, ...documentKindNames, ...Object.keys(paperKinds)])];

describe('the kinds of documents', () => {
  it('have words in both languages, every one, and no two the same', () => {
    expect(kinds.length).toBeGreaterThan(30);
    for (const language of ['en', 'cy'] as const) {
      expect(kinds.filter((kind) => paperInWords(kind, language) === kind)).toEqual([]);
      expect(new Set(kinds.map((kind) => paperInWords(kind, language))).size).toBe(kinds.length);
    }
    expect(kinds.filter((kind) => paperInWords(kind, 'en') === paperInWords(kind, 'cy'))).toEqual([]);
  });

  it('a kind that nobody knows is shown as it is, so that the test above is not blind', () => {
    expect(paperInWords('somethingElse', 'cy')).toBe('somethingElse');
  });
});
