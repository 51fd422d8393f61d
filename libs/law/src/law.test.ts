import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#calendar';
import { disposalRules, givingRulesOf, stepRules } from './disposal-rules.js';
import { factRows, helpKinds, partRows } from './fact-rows.js';
import { isLiftable, lawOn, ruleIds, ruleOf, versionOn } from './index.js';

const versions = ruleIds.flatMap((rule) => ruleOf(rule).map((version) => ({ rule, version })));

describe('the law as a table', () => {
  it('has each id once, in rules and in the list of ids', () => {
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
    expect(
      lawOn('2026-11-24')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual([...ruleIds].sort());
  });

  it('has a source with act, place and address for every version', () => {
    const faulty = versions.filter(
      ({ version: { source } }) => !source.act || !source.at || !/^(https:\/\/|docs\/)/.test(source.url),
    );
    expect(faulty).toEqual([]);
  });

  it('has no two versions of a rule in force on one day, and no gap between them', () => {
    for (const rule of ruleIds) {
      const rows = ruleOf(rule);
      rows.slice(1).forEach(({ inForce }, index) => {
        const before = rows[index]?.inForce.to;
        expect({ rule, from: inForce.from }).toEqual({
          rule,
          from: before === undefined ? 'a day after the end' : addDays(before, 1),
        });
      });
      expect({ rule, to: rows.at(-1)?.inForce.to }).toEqual({ rule, to: undefined });
    }
  });

  it('picks the version by the day, from its first day to its last', () => {
    expect(versionOn('adultIsSuitable', '2015-04-12')?.inForce.from).toBe('2013-04-08');
    expect(versionOn('adultIsSuitable', '2015-04-13')?.inForce.from).toBe('2015-04-13');
    expect(versionOn('adultIsSuitable', '2013-04-07')).toBeNull();
    expect(lawOn('2013-04-07')).toEqual([]);
  });

  it('uses every rule somewhere, and asks nowhere for one twice', () => {
    const groups = [...Object.values(disposalRules), ...Object.values(givingRulesOf), ...Object.values(stepRules)];
    for (const group of groups) expect(new Set(group).size).toBe(group.length);
    const used = new Set<string>(groups.flat());
    expect(ruleIds.filter((rule) => !used.has(rule))).toEqual([]);
  });

  it('blocks by every unconfirmed rule that protects, and lets a sergeant lift none that does', () => {
    expect(versions.filter(({ rule, version }) => version.protective && isLiftable(rule))).toEqual([]);
    expect(ruleIds.filter(isLiftable)).toEqual([
      'cautionComesWithinChargingLimit',
      'planEndsBeforeChargingLimit',
      'seniorOfficerApprovesInformalDisposal',
      'deferralEndsBeforeChargingLimit',
    ]);
  });

  it('has a test for every rule that names it', () => {
    const folder = join(__dirname, 'rules');
    const tests = readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(ruleIds.filter((rule) => !tests.some((text) => text.includes(`(${rule}): `)))).toEqual([]);
  });
});

describe('help, from the fact’s own row', () => {
  it('is none for what nobody may be sent to get', () => {
    const never = [
      'bornOn',
      'admissionNoted',
      'admissionIndicated',
      'admissionHeard',
      'admissionWithdrawn',
      'adviceTaken',
      'adviceAnswer',
      'consentGiven',
      'documentSigned',
      'variationConsent',
      'chargedOn',
    ] as const;
    for (const fact of never) expect({ fact, ...factRows[fact] }).toMatchObject({ fact, help: 'none', by: [] });
    expect(partRows.ageAtGiving.help).toBe('none');
    expect(partRows.chargeDay.help).toBe('none');
  });

  it('is one of four kinds', () => {
    for (const row of Object.values(factRows)) expect(helpKinds).toContain(row.help);
  });
});
