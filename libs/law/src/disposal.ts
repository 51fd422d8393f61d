/** The seven disposals in their one order, from least to most intrusive; shown in no other order. `court` is a referral for a charging decision. */
export const disposals = ['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc', 'court'] as const;

export type Disposal = (typeof disposals)[number];

/** Less than 0 when `a` is less intrusive than `b`. */
export const compareIntrusion = (a: Disposal, b: Disposal): number => disposals.indexOf(a) - disposals.indexOf(b);
