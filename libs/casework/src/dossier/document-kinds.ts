import { type DocumentView } from '#ledger';
import { type Role } from '#people';

/** Who may add a document of a kind, and whose view it is in. `purpose`: under which of the two regimes of data protection it is kept. */
export type DocumentKind = {
  readonly view: DocumentView;
  readonly by: readonly Role[];
  readonly purpose: 'lawEnforcement' | 'general';
};

const police: readonly Role[] = [
  'referringSupervisor',
  'courtLiaison',
  'policeDecisionMaker',
  'youthJusticeSergeant',
  'inspector',
  'deliveryOfficer',
];
const service: readonly Role[] = ['practitioner', 'dutyManager', 'teamManager', 'headOfService', 'coordinator', 'chair'];
const youthJustice = { view: 'youthJustice', purpose: 'general' } as const;
const everyone = { view: 'everyone', purpose: 'lawEnforcement' } as const;

/**
 * Documents that people add to a dossier. What a child or family tells the youth justice service stays in the youth justice view: the
 * police never read it. Victims' papers are not here: they stand behind the victim service's wall.
 */
export const documentKinds = {
  assessment: { ...youthJustice, by: ['practitioner'] },
  assessmentReview: { ...youthJustice, by: ['practitioner', 'teamManager'] },
  agencyInformation: { ...youthJustice, by: service },
  voiceOfChild: { ...youthJustice, by: ['practitioner'] },
  voiceOfParent: { ...youthJustice, by: ['practitioner'] },
  safetyPlan: { ...youthJustice, by: ['practitioner', 'teamManager'] },
  restorativeRisk: { ...youthJustice, by: ['practitioner'] },
  exitPlan: { ...youthJustice, by: ['practitioner'] },
  followUp: { ...youthJustice, by: ['practitioner', 'performanceOfficer'] },
  /** What the police and the panel read of the assessment: needs in summary, nothing that the child disclosed. */
  summary: { ...everyone, by: ['practitioner', 'teamManager'] },
  plan: { ...everyone, by: ['practitioner'] },
  representation: { ...everyone, by: [...service, 'policeDecisionMaker'] },
  childInformationForm: { ...everyone, by: [...police, 'practitioner'] },
  explanation: { ...everyone, by: ['deliveryOfficer', 'policeDecisionMaker', 'practitioner'] },
  signedDocument: { ...everyone, by: ['deliveryOfficer', 'policeDecisionMaker'] },
  safeContact: { ...everyone, by: [...service, 'referringSupervisor'] },
  minute: { ...everyone, by: ['coordinator', 'chair'] },
  evidence: { ...everyone, by: police },
  authority: { ...everyone, by: ['prosecutor', ...police] },
  correspondence: { ...everyone, by: [...police, ...service, 'prosecutor'] },
} as const satisfies { readonly [kind: string]: DocumentKind };

export type DocumentKindName = keyof typeof documentKinds;
export const documentKindNames = Object.keys(documentKinds) as readonly DocumentKindName[];

/** The row of a kind, or null for a kind that nobody adds by hand. */
export const documentKind = (kind: string): DocumentKind | null =>
  Object.hasOwn(documentKinds, kind) ? documentKinds[kind as DocumentKindName] : null;
