import { type Reader } from '#ledger';
import { type PaperKind } from '../draws/draw-paper.js';

/** The papers of a draw whose text is on record: from then on they are all public. */
export type OpenedDraw = { readonly plan: string; readonly frame: string; readonly text: string; readonly secret: string };

const names = { drawPlan: 'plan', drawFrame: 'frame', drawText: 'text', drawSecret: 'secret' } as const satisfies {
  readonly [kind in PaperKind]: string;
};

/** Null until the lead's text is on record: the database itself keeps the secret until then. */
export async function openedDraw(reader: Reader, reference: string): Promise<OpenedDraw | null> {
  const rows = await reader.outside<{ kind: PaperKind; file: Buffer }>('select kind, file from teg.opened_draw($1)', [reference]);
  if (rows.length === 0) return null;
  const papers = new Map(rows.map(({ kind, file }) => [names[kind], file.toString('utf8')]));
  const [plan, frame, text, secret] = [papers.get('plan'), papers.get('frame'), papers.get('text'), papers.get('secret')];
  if (plan === undefined || frame === undefined || text === undefined || secret === undefined)
    throw new Error('A paper of the draw is not on record.');
  return { plan, frame, text, secret };
}
