import { type Json } from '#ledger';
import { aReferral, exampleReferrals, saying, type SentReferral } from '../../../../test/world/referrals.js';
import { checkReferral } from './check-referral.js';

const context = { at: '2027-03-01T12:00:00.000Z', isForce: (name: string) => name === 'South Wales Police' };
const check = (body: unknown) => checkReferral(body as Json, context);
const faults = (body: unknown) => {
  const checked = check(body);
  return checked.ok ? [] : checked.faults.map(({ pointer, code }) => `${pointer} ${code}`);
};
const changed = (path: string, value: unknown, number = 'R01') => faults(saying(aReferral(number), path, value));

describe('what is accepted', () => {
  it.each(exampleReferrals())('$reference, with its police file', ({ received_at, notice, police_file }) => {
    expect(faults({ received_at, notice, police_file })).toEqual([]);
  });

  it.each(exampleReferrals())('$reference, notice alone, received now', ({ notice }) => {
    const checked = check({ notice });
    expect(checked.ok && checked.value.receivedAt).toBe(context.at);
    expect(checked.ok && checked.value.policeFile).toBeNull();
  });

  it('text as it was sent: apostrophes, accents, Welsh letters, emoji, markup', () => {
    const body = aReferral();
    const detail = `O’Brien's  “tŷ” Ŵyn <b>&amp;</b> \u202e👩‍👧 \n\t{{x}} $1 ${'ŷ'.repeat(100)}`;
    const checked = check(saying(body, 'notice.admission.detail', detail));
    expect(checked.ok && checked.value.sent.notice).toEqual(body.notice);
  });

  it('forty offences', () => {
    const body = aReferral();
    const [noted] = body.notice['offences'] as unknown[];
    const [scored] = body.police_file['offences'] as unknown[];
    saying(body, 'notice.offences', Array(40).fill(noted));
    expect(faults(saying(body, 'police_file.offences', Array(40).fill(scored)))).toEqual([]);
  });

  it('an answer that is left out means the same as null', () => {
    const body = aReferral();
    delete body.notice['safety_tonight'];
    delete body.police_file['school'];
    const checked = check(body);
    expect(checked.ok && [checked.value.notice.safety_tonight, checked.value.policeFile?.school]).toEqual([null, null]);
  });

  it('"not yet known" as an answer', () => {
    const body = saying(aReferral(), 'notice.child.date_of_birth', null);
    saying(body, 'notice.offences.0.place', null);
    expect(faults(saying(body, 'notice.not_yet_known', ['child.date_of_birth', 'offences.0.place']))).toEqual([]);
  });

  it('a family name that is not yet known, where the given name is', () => {
    const body = saying(aReferral(), 'notice.child.family_name', null);
    expect(faults(saying(body, 'notice.not_yet_known', ['child.family_name']))).toEqual([]);
    expect(faults(saying(body, 'notice.child.given_name', ' '))).toEqual(['/notice/child/family_name missing']);
  });
});

describe('what cannot be', () => {
  it.each<[string, unknown, string]>([
    ['notice.child.date_of_birth', '2027-03-02', '/notice/child/date_of_birth bornInFuture'],
    ['notice.child.date_of_birth', '2026-02-30', '/notice/child/date_of_birth day'],
    ['notice.child.date_of_birth', '2008-11-14', '/notice/offences/0/offence_date noChildAtOffence'],
    ['notice.child.date_of_birth', null, '/notice/child/date_of_birth missing'],
    ['notice.child.family_name', '', '/notice/child/family_name missing'],
    ['notice.offences.0.offence_date', '2026-11-24', '/notice/offences/0/offence_date afterReceipt'],
    ['notice.offences.0.offence_date_to', '2026-11-13', '/notice/offences/0/offence_date_to endsBeforeItBegins'],
    ['notice.force', 'Sample Constabulary', '/notice/force unknownForce'],
    ['notice.source', 'TELEPHONE', '/notice/source code'],
    ['notice.admission.overall', 'MAYBE', '/notice/admission/overall code'],
    ['notice.admission.overall', null, '/notice/admission/overall missing'],
    ['notice.bail_status', 'FREE', '/notice/bail_status code'],
    ['notice.interview.at', '2026-11-23T10:15:01Z', '/notice/interview/at afterReceipt'],
    ['notice.interview.at', '2026-11-19T16:00:00', '/notice/interview/at moment'],
    ['notice.arrested_on', '2026-11-24', '/notice/arrested_on afterReceipt'],
    ['received_at', '2027-03-01T12:00:00.001Z', '/received_at afterNow'],
    ['notice.appropriate_adult.over_18', false, '/notice/appropriate_adult/over_18 adultUnderEighteen'],
    ['notice.appropriate_adult.employed_by_police', true, '/notice/appropriate_adult/employed_by_police adultEmployedByPolice'],
    ['notice.victims.count', 1.5, '/notice/victims/count whole'],
    ['notice.safety_tonight', 'a\u0000b', '/notice/safety_tonight textNotStorable'],
    ['notice.safety_tonight', '\ud800', '/notice/safety_tonight textNotStorable'],
    ['notice.postcode_district', 'CF62 7AA, Barry', '/notice/postcode_district text'],
    ['notice.child.height', 160, '/notice/child/height unknownField'],
    ['notice.a~b/c', 1, '/notice/a~0b~1c unknownField'],
    ['notice.__proto__x', 1, '/notice/__proto__x unknownField'],
    ['expected', {}, '/expected unknownField'],
    ['notice.not_yet_known', ['child.shoe_size'], '/notice/not_yet_known/0 noSuchPath'],
    ['notice.not_yet_known', ['offences.7.place'], '/notice/not_yet_known/0 noSuchPath'],
    ['notice.not_yet_known', ['constructor'], '/notice/not_yet_known/0 noSuchPath'],
    ['notice.not_yet_known', ['force'], '/notice/not_yet_known/0 mustBeAnswered'],
    ['notice.not_yet_known', ['offences.0.offence_date'], '/notice/not_yet_known/0 mustBeAnswered'],
    ['notice.not_yet_known', ['station'], '/notice/not_yet_known/0 alreadyAnswered'],
    ['police_file.offences.0.npcc.final', 3, '/police_file/offences/0/npcc/final scoreDoesNotAddUp'],
    ['police_file.offences.0.cjs_code', 'CJ88116', '/police_file/offences/0/cjs_code offenceOrder'],
    [
      'police_file.offences.0.summary_only_time_limit_date',
      '2026-11-13',
      '/police_file/offences/0/summary_only_time_limit_date limitBeforeOffence',
    ],
    ['police_file.victims.0.relation_to_child', ' Self', '/police_file/victims/0/relation_to_child childIsVictim'],
    ['police_file.victims.0.ref', 'Rhian', '/police_file/victims/0/ref victimNumber'],
    ['police_file.bail.conditions', ['not to go there'], '/police_file/bail/conditions conditionsWithoutBail'],
    ['police_file.evidence_test.at', '2027-03-02T00:00:00Z', '/police_file/evidence_test/at inTheFuture'],
    ['police_file.sex', 'F', '/police_file/sex code'],
  ])('%s = %j', (path, value, expected) => {
    expect(changed(path, value)).toEqual([expected]);
  });

  it('bail that ends before it starts, and conditions of somebody who is not on bail', () => {
    const body = aReferral('R07');
    saying(body, 'police_file.bail.end', '2026-12-21');
    expect(faults(saying(body, 'notice.bail_status', 'RUI'))).toEqual([
      '/police_file/bail/conditions conditionsWithoutBail',
      '/police_file/bail/end endsBeforeItBegins',
    ]);
  });

  it('offences of the police file in another order, or fewer of them', () => {
    const body = aReferral('R08');
    (body.police_file['offences'] as unknown[]).reverse();
    expect(faults(body)).toEqual([
      '/police_file/offences/0/cjs_code offenceOrder',
      '/police_file/offences/1/cjs_code offenceOrder',
    ]);
    (body.police_file['offences'] as unknown[]).pop();
    expect(faults(body)).toEqual(['/police_file/offences offenceCount', '/police_file/offences/0/cjs_code offenceOrder']);
  });

  it('an offence that is not in the table, or none at all', () => {
    const { received_at, notice } = aReferral();
    expect(faults(saying({ received_at, notice }, 'notice.offences.0.cjs_code', 'XX99999'))).toEqual([
      '/notice/offences/0/cjs_code unknownOffence',
    ]);
    expect(faults(saying({ received_at, notice }, 'notice.offences', []))).toEqual(['/notice/offences list']);
  });

  it('two victims of one number', () => {
    const body = aReferral('R03');
    expect(faults(saying(body, 'police_file.victims.1.ref', 'V1'))).toEqual(['/police_file/victims/1/ref victimTwice']);
  });

  it('says everything at once, and blames nothing twice', () => {
    const body: SentReferral = aReferral();
    saying(body, 'notice.force', 7);
    saying(body, 'notice.child.date_of_birth', '2030-01-01');
    saying(body, 'notice.offences.0.offence_date', 'yesterday');
    saying(body, 'police_file.victims', 'none');
    saying(body, 'notice.extra', { a: 1 });
    expect(faults(body)).toEqual([
      '/notice/extra unknownField',
      '/notice/force text',
      '/notice/offences/0/offence_date day',
      '/police_file/victims list',
      '/notice/child/date_of_birth bornInFuture',
    ]);
  });

  it.each([null, 7, 'notice', [], [{}]])('%j as a body', (body) => {
    expect(faults(body)).toEqual([' part']);
  });

  it.each([{}, { notice: null }])('%j as a body', (body) => {
    expect(faults(body)).toEqual(['/notice missing']);
  });
});
