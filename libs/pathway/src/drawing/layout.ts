import { type Pathway } from '../pathway.js';
import { type State, states } from '../states.js';
import { exits } from './exits.js';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Region = Box & { readonly name: string };
export type Arrow = { readonly from: string; readonly to: State | 'way'; readonly path: string; readonly isBack: boolean };
/** A pathway as a picture, without a word: whoever draws it writes the names in the reader's language. Lengths are SVG user units. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly Region[];
  readonly boxes: ReadonlyMap<State | 'way', Box>;
  readonly arrows: readonly Arrow[];
};

type Place = State | 'way';
const wayStates: readonly State[] = ['awaitingSergeantDecision', 'awaitingPlanAgreement', 'awaitingDelivery', 'awaitingCharge'];

const gap = { x: 66, y: 34, region: 22, title: 30 } as const;
const left = (column: number, width: number): number => gap.region * 2 + column * (width + gap.x);

/** `heightOf` gives each state, the way of the outcome and each region's own part room for what is written there. */
export function layout(pathway: Pathway, width: number, heightOf: (place: string) => number): Drawing {
  const { columns, below, regions: regionColumns } = pathway.plan;
  const boxes = new Map<Place, Box>();
  const stack = (places: readonly Place[], column: number, top: number): number => {
    let y = top;
    for (const place of places) {
      const height = heightOf(place);
      boxes.set(place, { x: left(column, width), y, width, height });
      y += height + gap.y;
    }
    return y - gap.y;
  };
  const top = gap.region + gap.title + 10;
  const bottom = Math.max(...columns.map((places, column) => stack(places, column, top)));
  const names = Object.keys(regionColumns);
  const regionBottom = bottom + gap.region + Math.max(...names.map((name) => heightOf(name)));
  const end = Math.max(...below.map((places, column) => stack(places, column, regionBottom + 70)));
  const regions = names.map((name) => {
    const [first, last] = regionColumns[name] ?? [0, 0];
    return {
      name,
      x: left(first, width) - gap.region,
      y: top - gap.title,
      width: (last - first) * (width + gap.x) + width + 2 * gap.region,
      height: regionBottom - top + gap.title,
    };
  });
  return {
    width: left(columns.length, width) - gap.x + gap.region * 2,
    height: end + gap.region,
    regions,
    boxes,
    arrows: arrows(pathway, boxes, regions),
  };
}

/** What a region hears as a whole is drawn once, from its own part at its foot. */
function arrows(pathway: Pathway, boxes: ReadonlyMap<Place, Box>, regions: readonly Region[]): readonly Arrow[] {
  const foot = (name: string): Box | undefined => {
    const region = regions.find((one) => one.name === name);
    return region && { x: region.x, y: region.y + region.height, width: region.width, height: 0 };
  };
  const pairs = new Map<string, readonly [string, Place]>();
  for (const state of states)
    for (const { next, source } of exits(pathway, state)) pairs.set(`${source} ${next}`, [source, next]);
  for (const state of wayStates) pairs.set(`way ${state}`, ['way', state]);
  return [...pairs.values()].flatMap(([from, to]) => {
    const [a, b] = [boxes.get(from as Place) ?? foot(from), boxes.get(to)];
    if (a === undefined || b === undefined) return [];
    const isBack = b.x < a.x || to === 'awaitingReconsideration';
    return [{ from, to, isBack, path: a.height === 0 ? fromFoot(a, b) : curve(a, b) }];
  });
}

const number = (value: number): string => String(Math.round(value));

function fromFoot(foot: Box, b: Box): string {
  const bx = b.x + b.width * 0.75;
  const ax = Math.min(Math.max(bx, foot.x + 20), foot.x + foot.width - 20);
  const middle = (foot.y + b.y) / 2;
  return `M${number(ax)} ${number(foot.y)} C${number(ax)} ${number(middle)} ${number(bx)} ${number(middle)} ${number(bx)} ${number(b.y)}`;
}

/** A curve from side to side of two boxes: sideways between columns, up or down within one. */
function curve(a: Box, b: Box): string {
  const [ax, ay, bx, by] = [a.x + a.width / 2, a.y + a.height / 2, b.x + b.width / 2, b.y + b.height / 2];
  if (Math.abs(ax - bx) < a.width / 2) {
    const isDown = by > ay;
    const shift = isDown ? -a.width / 6 : a.width / 6;
    const [y1, y2] = isDown ? [a.y + a.height, b.y] : [a.y, b.y + b.height];
    return `M${number(ax + shift)} ${number(y1)} L${number(bx + shift)} ${number(y2)}`;
  }
  const isRight = bx > ax;
  const [x1, x2] = isRight ? [a.x + a.width, b.x] : [a.x, b.x + b.width];
  const lift = isRight ? -a.height / 6 : a.height / 6;
  const bend = Math.max(40, Math.abs(x2 - x1) / 2) * (isRight ? 1 : -1);
  const [y1, y2] = [ay + lift, by + (isRight ? -b.height / 6 : b.height / 6)];
  return `M${number(x1)} ${number(y1)} C${number(x1 + bend)} ${number(y1)} ${number(x2 - bend)} ${number(y2)} ${number(x2)} ${number(y2)}`;
}
