// Scrutiny that anybody can check: the draw of cases at random, from its plan to its published file.
// It must never move a case, see a child or hold a room on a case: references and codes come to it through one function of the database.
// Start with draws/draw.machine.ts; docs/draw-format.md says what is published.
export { type DrawEventType, drawEvents, type DrawPlace, type DrawState, drawStates } from './draws/draw-states.js';
export { type DrawMove, type DrawTable, drawTable } from './draws/draw-table.js';
export { possibleSteps } from './draws/draw-move.js';
export { type DrawRecord, type DrawWindow, type ServiceSize } from './draws/draw-record.js';
export { type DrawTheme, drawThemes } from './draws/draw-themes.js';
export { type DrawOrder, type GivenList } from './draws/draw-order.js';
export { type DrawCadence, windowToPrepare } from './draws/draw-cadence.js';
export { type ReserveOrder } from './draws/next-reserve.js';
export { type PlannedDraw, PlanDraw } from './commands/plan-draw/plan-draw.command.js';
export { type DeliveredListAnswer, DeliverList } from './commands/deliver-list/deliver-list.command.js';
export { type FrozenDraw, FreezeFrame } from './commands/freeze-frame/freeze-frame.command.js';
export { type GivenText, GiveText } from './commands/give-text/give-text.command.js';
export { type CarriedOn, CarryOnDraw } from './commands/carry-on-draw/carry-on-draw.command.js';
export { type Replaced, TakeReserve } from './commands/take-reserve/take-reserve.command.js';
export { type OrderedRedraw, OrderRedraw, type RedrawOrder } from './commands/order-redraw/order-redraw.command.js';
export { SetCadence } from './commands/set-cadence/set-cadence.command.js';
export { type Preparation, PrepareDraw } from './commands/prepare-draw/prepare-draw.command.js';
export { type Reminded, RemindDraw, type RemindOrder } from './commands/remind-draw/remind-draw.command.js';
export { type DrawNotice, DrawNotices } from './queries/draw-notices.query.js';
export { DueDraws, type OwedStep } from './queries/due-draws.query.js';
export { type DrawDetail, DrawOverview } from './queries/draw-overview.query.js';
export { DrawCadences } from './queries/draw-cadences.query.js';
export { verifyPage } from './verify-page/verify-page.js';
