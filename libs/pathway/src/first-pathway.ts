import rows from './first-pathways.json' with { type: 'json' };
import { type Pathway } from './pathway.js';

/** What stands on a case's row: which pathway it began with, and stays on. */
export type OnPathway = Pick<Pathway, 'name' | 'version'>;

const areas: { readonly [area: string]: OnPathway } = rows.areas;

/** The pathway that a case of this area begins on today: a row per area, and one for every other. */
export const firstPathwayOf = (area: string): OnPathway =>
  (Object.hasOwn(areas, area) ? areas[area] : undefined) ?? rows.elsewhere;
