/** How far a draw has come. `prepared`: a window waits for its plan; `lapsed`: it was never drawn. Between a text and its publication the machine is at work. */
export const drawStates = ['prepared', 'planned', 'committed', 'frozen', 'textGiven', 'revealed', 'published', 'lapsed'] as const;
export type DrawState = (typeof drawStates)[number];

/** Where a file stands that is not on record yet. */
export const unplanned = 'unplanned';
export type DrawPlace = DrawState | typeof unplanned;

/** The steps of a draw, each an event on its file. */
export const drawEvents = [
  'drawPrepared',
  'drawReminded',
  'drawLapsed',
  'drawPlanned',
  'commitmentPublished',
  'listDelivered',
  'frameFrozen',
  'textGiven',
  'secretRevealed',
  'drawPublished',
  'reserveTaken',
  'redrawOrdered',
] as const;
export type DrawEventType = (typeof drawEvents)[number];

const steps: ReadonlySet<string> = new Set(drawEvents);
const states: ReadonlySet<string> = new Set(drawStates);
export const isDrawEvent = (text: string): text is DrawEventType => steps.has(text);
export const isDrawState = (text: string): text is DrawState => states.has(text);
