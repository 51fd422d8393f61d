import { type RuleSource } from './rule.js';

const statute =
  (act: string, path: string) =>
  (at: string, section?: string): RuleSource => ({
    act,
    at,
    url: `https://www.legislation.gov.uk/${path}${section === undefined ? '' : `/section/${section}`}`,
  });

/** Crime and Disorder Act 1998: youth cautions ss.66ZA-66ZB, youth conditional cautions ss.66A-66H. */
export const crimeAndDisorder = (at: string): RuleSource =>
  statute('Crime and Disorder Act 1998', 'ukpga/1998/37')(at, /^s\.(\w+)/.exec(at)?.[1] ?? '66A');
export const appropriateAdults = statute('Criminal Justice and Courts Act 2015', 'ukpga/2015/2')('s.41', '41');
/** The case was read in a note on it; that understanding is checked and recorded for a child is our reading. */
export const acceptedInKnowledge: RuleSource = {
  act: '[2013] EWHC 1561 (Admin)',
  at: 'an adult caution was quashed: no clear evidence that it was accepted in knowledge of its effect (case note); with s.66ZA(3) CDA 1998, ordinary language',
  url: 'https://www.jordanpublishing.co.uk',
};
export const magistratesLimit = statute('Magistrates’ Courts Act 1980', 'ukpga/1980/43')('s.127', '127');
export const domesticLimit = statute('Criminal Justice Act 1988', 'ukpga/1988/33')('s.39A', '39A');
/** Legal Aid, Sentencing and Punishment of Offenders Act 2012: its explanatory notes on conditional cautions. */
export const cautionNotes = statute('LASPO 2012, explanatory notes', 'ukpga/2012/10');
export const penaltyMaxima: RuleSource = {
  act: 'Statutory instrument SI 2013/608',
  at: 'maximum financial penalties',
  url: 'https://www.legislation.gov.uk/uksi/2013/608',
};
export const protectionOfChildren: RuleSource = {
  act: 'Protection of Children Act 1978',
  at: 's.1(3)',
  url: 'https://www.legislation.gov.uk/ukpga/1978/37/section/1',
};
export const publicOrder: RuleSource = {
  act: 'Public Order Act 1986',
  at: 'ss.4, 4A, 5',
  url: 'https://www.legislation.gov.uk/ukpga/1986/64',
};
export const codeOfPractice = (at: string): RuleSource => ({
  act: 'Code of Practice for Youth Conditional Cautions, in force from 8 April 2013 (SI 2013/613)',
  at,
  url: 'https://www.legislation.gov.uk/uksi/2013/613',
});
export const conditionalCautionGuidance: RuleSource = {
  act: 'CPS, Conditional Cautioning: Youths, DPP Guidance (2019)',
  at: 'authorised persons; offences needing a prosecutor',
  url: 'https://www.cps.gov.uk/legal-guidance/youth-conditional-cautions-directors-guidance',
};
export const chargingGuidance: RuleSource = {
  act: 'CPS, DG6 desktop guide',
  at: 'who may charge',
  url: 'https://www.cps.gov.uk/legal-guidance/dg6-desktop-guide',
};
export const homeOfficeOutcomes = (at: string): RuleSource => ({
  act: 'Home Office crime outcome types',
  at,
  url: 'https://www.gov.uk/government/statistics/police-recorded-crime-open-data-tables',
});
export const legalCentre = (at: string, page: string): RuleSource => ({
  act: 'Youth Justice Legal Centre',
  at,
  url: `https://yjlc.uk/${page}`,
});
/** Policy of the service itself, drawn up with the domain sheet; no authority is claimed for it. */
export const localPolicy = (at: string): RuleSource => ({ act: 'Local policy', at, url: 'docs/law.md' });
const updates = 'resources/legal-updates';
export const resolutionGuidance: RuleSource = legalCentre(
  'NPCC community resolution guidance, as summarised',
  `${updates}/new-npcc-guidance-community-resolutions`,
);
export const indictableAuthority: RuleSource = {
  act: 'Ministry of Justice, youth caution page',
  at: 'indictable-only offence: the prosecutor’s authority before a youth conditional caution',
  url: 'https://www.justice.gov.uk',
};
/** The headings of the checklist are known from summaries; its text was not read. */
export const inspectionStandards = (at: string): RuleSource => ({
  act: 'HM Inspectorate of Probation, youth standards of 2021',
  at,
  url: 'https://hmiprobation.justiceinspectorates.gov.uk',
});
export const inspectorStatement: RuleSource = {
  act: 'NPCC statement, 17 June 2019',
  at: 'serious and indictable offences',
  url: 'https://news.npcc.police.uk',
};
export const outcome22Guidance: RuleSource = legalCentre(
  'outcome 22, NPCC guidance',
  `${updates}/deferred-prosecution-outcome-22`,
);
export const gravityMatrix: RuleSource = {
  act: 'NPCC Child Gravity Matrix (2023, updated 2025)',
  at: 'scores, factors, departures',
  url: 'https://yjlc.uk/resources/legal-updates/npcc-child-gravity-matrix-key-changes',
};
export const childInformationForm: RuleSource = {
  act: 'NPCC Child Gravity Matrix, update of 2025',
  at: 'child information form; the final decision rests with the police',
  url: 'https://yjlc.uk/resources/legal-updates/npcc-child-gravity-matrix-updated-2025',
};
export const beyondAdmission: RuleSource = {
  act: 'Centre for Justice Innovation, Beyond admission',
  at: 'outcome 23, deferred prosecution of children',
  url: 'https://justiceinnovation.org/articles/beyond-admission-could-outcome-22-23-become-england-and-wales-version-no-contest',
};
export const knifeGuidance: RuleSource = {
  act: 'Government guidance on child knife possession offences, February 2026',
  at: 'targeted plan (opening read); that it comes from the national assessment tool was read on a secondary page',
  url: 'https://www.gov.uk/government/publications/child-knife-possession-offences',
};
export const swanseaBureau = (at: string): RuleSource => ({
  act: 'Swansea Youth Bureau (justice.gov.uk effective practice library, 2013; resource hub item 320)',
  at,
  url: 'https://yjresourcehub.uk',
});
export const valePack = (at: string): RuleSource => ({
  act: 'Vale of Glamorgan Youth Justice Plan 2023-24 and scrutiny report',
  at,
  url: 'https://www.valeofglamorgan.gov.uk',
});
