import { type DocumentView } from '#ledger';

/**
 * Documents that a move itself writes, and whose view each is in: `everyone` is whoever sees the file. What a practitioner was told by
 * the child stays in the youth justice view; a decision and its reasons are for all. How members view a case is also kept from each
 * other until the panel opens it (migrations/0004).
 */
export const paperKinds = {
  reasons: 'everyone',
  serviceReasons: 'youthJustice',
  countersignature: 'youthJustice',
  panelView: 'everyone',
  panelDecision: 'everyone',
  decision: 'everyone',
  planTerms: 'everyone',
  delivery: 'everyone',
  exitPlan: 'youthJustice',
  nonCompliance: 'everyone',
  correction: 'everyone',
} as const satisfies { readonly [kind: string]: DocumentView };

export type PaperKind = keyof typeof paperKinds;
