import rows from './first-pathways.json' with { type: 'json' };

export type FirstPathway = { readonly name: string; readonly version: number };

/** The areas with a row of their own. */
export const firstPathways: { readonly [area: string]: FirstPathway } = rows.areas;

/** The pathway on which a service's new cases begin. Another service's way is another machine and a row here; open cases stay on theirs. */
export const firstPathwayOf = (area: string): FirstPathway =>
  (Object.hasOwn(firstPathways, area) ? firstPathways[area] : undefined) ?? rows.everyArea;
