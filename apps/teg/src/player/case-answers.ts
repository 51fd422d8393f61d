/** What the service answers about a case, as far as a player reads it. The whole of it stands in the API description. */
export type SeenClock = {
  readonly kind: string;
  /** Which victim or agency, where a clock of the kind runs for each. */
  readonly of?: string;
  readonly status: string;
  readonly isOverdue: boolean;
  readonly dayZero: string;
  readonly dueOn: string;
  readonly calendar: string;
};

/** A rule's answer with its words: the same in a refusal, among the disposals and in what may come next. */
export type SeenRule = {
  readonly rule: string;
  readonly answer: 'met' | 'notMet' | 'unknown';
  readonly help: 'record' | 'obtain' | 'wait' | 'none';
  readonly missing: readonly string[];
  readonly says: string;
  readonly status: string;
  readonly source: { readonly act: string; readonly at: string };
};

export type NextMove = {
  readonly event: string;
  readonly href: string;
  readonly open: boolean;
  readonly because?: string;
  readonly rules?: readonly SeenRule[];
  readonly outcomes?: readonly string[];
};

/** The answer to a move. */
export type Moved = {
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly event: { readonly seq: number; readonly type: string; readonly at: string; readonly hash: string };
  readonly clocks: readonly SeenClock[];
  readonly next: readonly NextMove[];
};

/** A referral that was taken. */
export type Taken = Moved & { readonly area: string; readonly isCaretaker: boolean; readonly homeAuthority: string | null };

/** A case as somebody sees it. */
export type SeenCase = {
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly area: string;
  readonly child: { readonly reference: string | null; readonly age: number | null } | null;
  readonly victims: readonly { readonly number: string; readonly hasEnhancedRights: boolean | null }[];
  readonly facts: { readonly [fact: string]: unknown };
  readonly clocks: readonly SeenClock[];
  readonly findings: readonly { readonly code: string; readonly rule?: string; readonly clock?: string; readonly dueOn?: string; readonly on?: string; readonly says: string }[];
  readonly next: readonly NextMove[];
};

export type SeenDisposal = {
  readonly disposal: string;
  readonly title: string;
  readonly status: 'allowed' | 'needs' | 'notAllowedLocally' | 'notAllowed';
  readonly says: string;
  readonly why: readonly string[];
  readonly needs: readonly string[];
  readonly warnings: readonly string[];
  readonly outcomeNumbers: readonly string[];
  readonly rules: readonly SeenRule[];
};
export type SeenDisposals = { readonly reference: string; readonly on: string; readonly disposals: readonly SeenDisposal[] };

/** A notice of a queue. */
export type SeenNotice = {
  readonly id: string;
  readonly reference: string | null;
  readonly code: string;
  readonly says: string;
  readonly role: string;
  readonly room: string;
  readonly at: string;
  readonly clock: string | null;
  readonly step: number | null;
};
