import { type CalendarDay } from '#calendar';
import {
  type DrawDetail,
  type DrawEventType,
  type DrawNotice,
  type DrawOrder,
  type GivenList,
  type RedrawOrder,
} from '#oversight';
import { drawInWords, type Language } from '#wording';
import { refuse } from '../../shell/refused-request.js';
import {
  type DrawNoticeShape,
  type DrawShape,
  type ListShape,
  type PlanShape,
  type RedrawShape,
  type WindowShape,
} from './draws.shape.js';

function windowOf({ first, last, from, to }: WindowShape): DrawOrder['window'] {
  if ((first === undefined) === (from === undefined))
    throw refuse('invalid', { faults: [{ pointer: '/window', code: 'oneOf', values: { fields: ['first', 'from'] } }] });
  if ((last === undefined) === (to === undefined))
    throw refuse('invalid', { faults: [{ pointer: '/window', code: 'oneOf', values: { fields: ['last', 'to'] } }] });
  return { first: first ?? from ?? '', last: last ?? to ?? '' };
}

/** The bytes of a delivered list, as the file or as its text. */
export function listOf({ service, file, text }: ListShape, pointer: string): GivenList {
  if ((file === undefined) === (text === undefined))
    throw refuse('invalid', { faults: [{ pointer, code: 'oneOf', values: { fields: ['file', 'text'] } }] });
  return { service, bytes: file === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(file, 'base64') };
}

const listsOf = (lists: readonly ListShape[]): readonly GivenList[] =>
  lists.map((list, index) => listOf(list, `/lists/${index}`));
const themeOf = (theme: string | null): string | null => (theme === 'none' ? null : theme);

export const orderOf = ({ window, services, theme = null, lists = [] }: PlanShape): DrawOrder => ({
  window: windowOf(window),
  services,
  theme: themeOf(theme),
  lists: listsOf(lists),
});

/** What is left out stays as it was. */
export const redrawOf = ({ reason, window, services, theme, lists }: RedrawShape): RedrawOrder => ({
  reason,
  ...(window && { window: windowOf(window) }),
  ...(services && { services }),
  ...(theme !== undefined && { theme: themeOf(theme) }),
  ...(lists && { lists: listsOf(lists) }),
});

const steps = ['plan', 'commitment', 'frame', 'seed', 'rank'] as const;

export function noticeShape(notice: DrawNotice): DrawNoticeShape {
  const { reference, oversight, state, attempt, window, theme, services, plan, planHash, commitment, frame, at, redraws, dueOn } =
    notice;
  const isPublished = state === 'published' || redraws.length > 0;
  return {
    reference,
    oversight,
    state,
    attempt,
    window: { first: window.first, last: window.last },
    theme,
    services: services.map((one) => {
      const found = frame?.services.find(({ service }) => service === one.service);
      return { service: one.service, n: one.n, cases: found?.cases ?? null, excluded: found?.excluded ?? null };
    }),
    plan,
    plan_hash: planHash,
    commitment,
    frame_hash: frame?.hash ?? null,
    steps: steps.flatMap((step) => {
      const taken = at[step];
      return taken === undefined ? [] : [{ step, at: taken }];
    }),
    redraws: [...redraws],
    due_on: dueOn,
    file: isPublished ? fileOf(reference) : null,
  };
}

/** Where anybody finds the published file. */
export const fileOf = (reference: string): string => `/api/draws/${reference}/file`;

const addresses: { readonly [event in DrawEventType]?: string } = {
  frameFrozen: 'freeze',
  textGiven: 'text',
  listDelivered: 'lists',
  reserveTaken: 'take-reserve',
  redrawOrdered: 'redraw',
};

export function drawShape(notice: DrawNotice, detail: DrawDetail | null, today: CalendarDay, language: Language): DrawShape {
  const { lists, taken, clocks, next } = detail ?? { lists: [], taken: [], clocks: [], next: [] };
  const { reference } = notice;
  return {
    ...noticeShape(notice),
    says: drawInWords('states', notice.state, language),
    lists: lists.map(({ service, hash }) => ({ service, hash })),
    taken: taken.map((one) => ({ reference, service: one.service, out: one.out, in: one.in, reason: one.reason })),
    clocks: clocks.map(({ kind, anchorOn, dueOn }) => ({ kind, day_zero: anchorOn, due_on: dueOn, is_overdue: today > dueOn })),
    next: next.map((event) => ({
      event,
      says: drawInWords('steps', event, language),
      href: event === 'drawPlanned' ? '/api/draws' : `/api/draws/${reference}/${addresses[event] ?? ''}`,
    })),
  };
}
