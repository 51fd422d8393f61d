import { type OrganisationRow } from '#ledger';

/**
 * The invented staff's organisations. Forces, areas and stations are real names, so that referrals read plausibly; nothing here says how
 * a real service works. Swansea begins on the Bureau and Cwm Taf on Divert, so that every pathway can be tried.
 */
export const demonstrationOrganisations: readonly OrganisationRow[] = [
  {
    code: 'vale',
    kind: 'yjs',
    nameEn: 'Vale of Glamorgan Youth Justice Service',
    nameCy: 'Gwasanaeth Cyfiawnder Ieuenctid Bro Morgannwg',
    prefix: 'VG',
    serves: ['Vale of Glamorgan'],
    stations: ['Barry', 'Penarth', 'Cowbridge', 'Llantwit Major', 'Bridgend'],
  },
  {
    code: 'cardiff',
    kind: 'yjs',
    nameEn: 'Cardiff Youth Justice Service',
    nameCy: 'Gwasanaeth Cyfiawnder Ieuenctid Caerdydd',
    prefix: 'CF',
    serves: ['Cardiff'],
    stations: ['Cardiff', 'Cardiff Bay', 'Cardiff Central', 'Ely', 'Fairwater', 'Llanishen'],
  },
  {
    code: 'swansea',
    kind: 'yjs',
    nameEn: 'Swansea Youth Justice Service',
    nameCy: 'Gwasanaeth Cyfiawnder Ieuenctid Abertawe',
    prefix: 'SW',
    serves: ['Swansea'],
    stations: ['Swansea', 'Swansea Central', 'Cockett', 'Gorseinon', 'Morriston'],
  },
  {
    code: 'cwm-taf',
    kind: 'yjs',
    nameEn: 'Cwm Taf Youth Justice Service',
    nameCy: 'Gwasanaeth Cyfiawnder Ieuenctid Cwm Taf',
    prefix: 'CT',
    serves: ['Rhondda Cynon Taf', 'Merthyr Tydfil'],
    stations: ['Pontypridd', 'Merthyr Tydfil', 'Aberdare', 'Porth', 'Ton Pentre'],
  },
  force('south-wales-police', 'South Wales Police', 'Heddlu De Cymru', [
    'Barry',
    'Bridgend',
    'Cardiff',
    'Cardiff Bay',
    'Cowbridge',
    'Llantwit Major',
    'Merthyr Tydfil',
    'Penarth',
    'Pontypridd',
    'Swansea Central',
  ]),
  force('gwent-police', 'Gwent Police', 'Heddlu Gwent', ['Newport', 'Cwmbran', 'Ystrad Mynach']),
  other('cardiff-youth-court', 'court', 'Cardiff Youth Court', 'Llys Ieuenctid Caerdydd'),
  other(
    'south-wales-commissioner',
    'oversight',
    'South Wales Police and Crime Commissioner',
    'Comisiynydd yr Heddlu a Throseddu De Cymru',
  ),
  other('cps-wales', 'partner', 'Crown Prosecution Service Wales', 'Gwasanaeth Erlyn y Goron Cymru'),
];

function force(code: string, nameEn: string, nameCy: string, stations: readonly string[]): OrganisationRow {
  return { code, kind: 'force', nameEn, nameCy, prefix: null, serves: [], stations };
}

function other(code: string, kind: OrganisationRow['kind'], nameEn: string, nameCy: string): OrganisationRow {
  return { code, kind, nameEn, nameCy, prefix: null, serves: [], stations: [] };
}
