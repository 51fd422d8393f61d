import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CalendarDay, type Instant, parseInstant } from '#calendar';
import { filesOf, referralIn, type Referral } from '../words/import.js';

/** A referral file of the folder as a story begins with it. What the file expects is never read; its `scenario` is its title. */
export type StoryFile = {
  readonly file: string;
  readonly title: string;
  readonly receivedAt: Instant | null;
  readonly sent: Referral;
  readonly notice: NoticeAnswers;
  /** The child takes no part in an assessment, as the file tells of later: when that is said, and the attempts before. */
  readonly notAssessed: { readonly on: CalendarDay; readonly attempts: readonly CalendarDay[] } | null;
};

/** The answers of a notice that a story looks at to know what its people would do. */
export type NoticeAnswers = {
  readonly source?: string;
  readonly preferred_language?: string | null;
  readonly not_yet_known?: readonly string[];
  readonly legal_advice?: { readonly taken?: boolean | null } | null;
  readonly appropriate_adult?: {
    readonly name?: string | null;
    readonly suitable?: boolean | null;
    readonly over_18?: boolean | null;
    readonly employed_by_police?: boolean | null;
  } | null;
};

type Later = { readonly on?: string; readonly what?: string };

export async function storiesIn(folder: string): Promise<readonly StoryFile[]> {
  const files = await filesOf(folder);
  return Promise.all(
    files.map(async (path) => {
      const text = await readFile(path, 'utf8');
      const sent = referralIn(path, text);
      const { scenario, expected } = JSON.parse(text) as { scenario?: unknown; expected?: { later?: readonly Later[] } };
      return {
        file: basename(path),
        title: typeof scenario === 'string' ? scenario : 'A referral',
        receivedAt: typeof sent.received_at === 'string' ? parseInstant(sent.received_at) : null,
        sent,
        notice: sent.notice as NoticeAnswers,
        notAssessed: notAssessedIn(expected?.later ?? []),
      };
    }),
  );
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** `Assessment not possible: declined, after attempts on 26 November and 1 December`, on a day. */
function notAssessedIn(later: readonly Later[]): StoryFile['notAssessed'] {
  const found = later.find(({ what }) => /^assessment not possible/i.test(what ?? ''));
  if (found?.on === undefined) return null;
  const year = found.on.slice(0, 4);
  const attempts = [...(found.what ?? '').matchAll(/(\d{1,2}) ([A-Z][a-z]+)/g)].flatMap(([, day = '', month = '']) => {
    const number = months.indexOf(month.toLowerCase()) + 1;
    return number === 0 ? [] : [`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`];
  });
  return { on: found.on, attempts: attempts.filter((day) => day <= (found.on ?? '')) };
}
