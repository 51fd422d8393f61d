import { type RuleSource } from '../rule.js';

const source = (act: string, at: string, url: string): RuleSource => ({ act, at, url });

export const caseManagement2014 = (at: string): RuleSource =>
  source(
    'YJB case management guidance, October 2014 (superseded text)',
    at,
    'https://www.gov.uk/government/publications/use-out-of-court-disposals',
  );
export const victimsCode = (at: string): RuleSource => source('Victims’ Code', at, 'https://bedfordshire.pcc.police.uk');
export const policeBail: RuleSource = source(
  'Police, Crime, Sentencing and Courts Act 2022',
  'Sch. 4',
  'https://www.legislation.gov.uk/ukpga/2022/32/schedule/4',
);
export const dataProtection: RuleSource = source(
  'Data Protection Act 2018',
  'ss.46-48',
  'https://www.legislation.gov.uk/ukpga/2018/12/section/46',
);
export const turnaround: RuleSource = source(
  'Positive Steps',
  'Turnaround: referral within three months of meeting a criterion',
  'https://positive-steps.org.uk',
);
/** The right to have a decision not to prosecute reviewed, as pages of forces and commissioners tell it. */
export const reviewPages = (at: string): RuleSource =>
  source(
    'Victims’ right to review: pages of Wiltshire, Cleveland, Northumbria, Avon and Somerset',
    at,
    'https://www.avonandsomerset.police.uk',
  );
export const released: RuleSource = source(
  'Olliers Solicitors',
  'release under investigation has no limit',
  'https://www.olliers.com',
);
