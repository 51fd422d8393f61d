import { causesOfLateness } from './causes-of-lateness.js';

const codes = (isApart: boolean) =>
  Object.entries(causesOfLateness)
    .filter(([, { blamesNobody }]) => blamesNobody === isApart)
    .map(([code]) => code);

describe('the causes of lateness', () => {
  it('design: those that protect blame nobody: advice, adult, interpreter, illness, missing, victim not ready', () => {
    expect(codes(true)).toEqual(
      expect.arrayContaining(['advice', 'appropriateAdult', 'interpreter', 'illness', 'missing', 'victimNotReady']),
    );
  });

  it('6.5 and situation 41: so do an intermediary and a Welsh speaker who is awaited', () => {
    expect(codes(true)).toEqual(expect.arrayContaining(['intermediary', 'welshSpeaker']));
  });

  it('are local policy that nobody has confirmed yet, and leave room for another', () => {
    for (const { source, status } of Object.values(causesOfLateness))
      expect([source.act, status]).toEqual(['Local policy', 'toBeConfirmed']);
    expect(codes(false)).toContain('other');
  });
});
