// A pathway as one SVG: each state with the events that lead out of it. The layout is the library's; here it gets its words.
const text = (value) => String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const row = 14;
const title = 24;
const width = 300;

/** One line for each event: where it leads, with the outcomes that lead there. */
function linesOf(exits, numberOf) {
  const events = new Map();
  for (const { event, outcome = [], next } of exits) {
    const target = next === 'way' ? 'way' : numberOf(next);
    const among = outcome.length < 5 ? outcome.join(' ') : '';
    const targets = events.get(event) ?? new Map();
    events.set(event, targets.set(among, [...new Set([...(targets.get(among) ?? []), target])]));
  }
  return [...events].map(
    ([event, targets]) =>
      `${event} → ${[...targets].map(([among, to]) => to.join(' or ') + (among ? ` (${among})` : '')).join(', ')}`,
  );
}

export function pathwayPicture(pathway, made) {
  const numbered = pathway.states;
  const numberOf = (state) => numbered.indexOf(state) + 1;
  const all = numbered.flatMap((state) => made.exits(pathway, state));
  const ways = [
    ['nfa', 'awaitingSergeantDecision'],
    ['o22 yrd o23 ycc', 'awaitingPlanAgreement'],
    ['yc', 'awaitingDelivery'],
    ['court', 'awaitingCharge'],
  ].map(([outcomes, state]) => `${outcomes} → ${numberOf(state)}`);
  const lines = new Map([['way', ways]]);
  for (const source of new Set(all.map((exit) => exit.source)))
    lines.set(
      source,
      linesOf(
        all.filter((exit) => exit.source === source),
        numberOf,
      ),
    );
  const drawing = made.layout(
    pathway,
    width,
    (place) => (numbered.includes(place) || place === 'way' ? title + 10 : 14) + row * (lines.get(place)?.length ?? 0),
  );
  const regions = drawing.regions.map(
    ({ name, x, y, width: w, height }) =>
      `<rect class="region ${name}" x="${x}" y="${y}" width="${w}" height="${height}" rx="10"/>` +
      `<text class="region" x="${x + 12}" y="${y + 20}">${name}</text>`,
  );
  const feet = drawing.regions.flatMap(({ name, x, y, height }) =>
    (lines.get(name) ?? []).map(
      (line, index, own) =>
        `<text class="foot" x="${x + 22}" y="${y + height - 10 - (own.length - 1 - index) * row}">any: ${text(line)}</text>`,
    ),
  );
  const arrows = drawing.arrows.map(
    ({ path, isBack }) =>
      `<path class="${isBack ? 'back' : 'on'}" d="${path}" marker-end="url(#${isBack ? 'tipBack' : 'tip'})"/>`,
  );
  const boxes = [...drawing.boxes].map(([place, { x, y, width: w, height }]) => {
    const name = place === 'way' ? 'the way of the outcome' : `${numberOf(place)} ${place}`;
    const rows = (lines.get(place) ?? []).map(
      (line, index) => `<text x="${x + 8}" y="${y + title + 13 + index * row}">${text(line)}</text>`,
    );
    return (
      `<g class="box${place === 'way' ? ' way' : ''}"><rect x="${x}" y="${y}" width="${w}" height="${height}" rx="4"/>` +
      `<path d="M${x} ${y + title} H${x + w}"/><text class="name" x="${x + 8}" y="${y + 17}">${name}</text>${rows.join('')}</g>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">Pathway ${pathway.name}, version ${pathway.version}</title>`,
    '<desc id="desc">Each box is a state with the events that lead out of it and the number of the state they lead to. The same in words: the page beside this picture.</desc>',
    '<style>',
    'svg{font-family:system-ui,"Liberation Sans",sans-serif;font-size:10.5px;fill:#0b0c0c;background:#fff}',
    'rect.region{fill:#f3f2f1;stroke:#b1b4b6}rect.deciding{fill:#eef4fb}rect.carryingOut{fill:#f0f7ee}rect.supervising{fill:#fbf4e9}',
    'rect.checking{fill:#eef4fb}rect.diverting{fill:#f0f7ee}',
    'text.foot{stroke:#fff;stroke-width:3;paint-order:stroke}text.region{font-weight:700;font-size:13px;fill:#505a5f}',
    '.on,.back{fill:none;stroke:#1d70b8;stroke-width:1.4}.back{stroke:#6f777b;stroke-dasharray:5 3;stroke-width:1.1}',
    '.box rect{fill:#fff;stroke:#0b0c0c}.box path{stroke:#b1b4b6}.box.way rect{stroke-dasharray:4 3}.name{font-weight:700;font-size:12px}',
    '</style>',
    '<defs>',
    ...[
      ['tip', '#1d70b8'],
      ['tipBack', '#6f777b'],
    ].map(
      ([id, colour]) =>
        `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="${colour}"/></marker>`,
    ),
    '</defs>',
    ...regions,
    ...arrows,
    ...feet,
    ...boxes,
    '</svg>',
    '',
  ].join('\n');
}
