import { type DynamicModule, Module, type Type } from '@nestjs/common';
import {
  CaseExplanation,
  CaseHistory,
  CaseloadList,
  CaseOverview,
  CasePapers,
  CasesOfChild,
  ChildOverview,
  ColleagueCases,
  ConfirmIdentity,
  CorrectFact,
  DisposalsOfCase,
  DraftStore,
  FileScanner,
  CountOutcome,
  HandOverCases,
  Inbox,
  JoinChildren,
  LawMarks,
  LawOverview,
  LearnOfHoliday,
  MeetingPack,
  MoveCase,
  MoveLookup,
  OpenMeeting,
  PapersOfReferral,
  PathwayRehearsal,
  Places,
  RecordDocument,
  RecordPoliceFile,
  RecordReferral,
  RecordVictimEvent,
  ReferralReceipt,
  SendDraft,
  SetRuleStanding,
  TransferCase,
  WhatIfOfArea,
  WhatIfOfCase,
} from '#casework';
import { Ledger, type poolOf, Reader } from '#ledger';
import {
  CarryOnDraw,
  DeliverList,
  DrawCadences,
  DrawNotices,
  DrawOverview,
  FreezeFrame,
  GiveText,
  OrderRedraw,
  PlanDraw,
  SetCadence,
  TakeReserve,
} from '#oversight';
import { AdmitPerson, ChangeDuties, FoundOrganisation, PersonDirectory, RecordLeaving } from '#people';
import { VictimOverview } from '#victims';
import { AccessLogEndpoint } from './api/access-log/access-log.endpoint.js';
import { CasePapersEndpoint } from './api/cases/case-papers.endpoint.js';
import { CasesEndpoint } from './api/cases/cases.endpoint.js';
import { CheckpointsEndpoint } from './api/checkpoints/checkpoints.endpoint.js';
import { ChildrenEndpoint } from './api/children/children.endpoint.js';
import { ClockEndpoint } from './api/clock/clock.endpoint.js';
import { DraftsEndpoint } from './api/drafts/drafts.endpoint.js';
import { ExplanationEndpoint } from './api/explanation/explanation.endpoint.js';
import { HealthEndpoint } from './api/health/health.endpoint.js';
import { LawEndpoint } from './api/law/law.endpoint.js';
import { LedgerExportEndpoint } from './api/ledger-export/ledger-export.endpoint.js';
import { MeEndpoint } from './api/me/me.endpoint.js';
import { ApiControllers } from './api/openapi/api-routes.js';
import { OpenapiEndpoint } from './api/openapi/openapi.endpoint.js';
import { ChangePeopleEndpoint } from './api/people/change-people.endpoint.js';
import { OrganisationsEndpoint } from './api/people/organisations.endpoint.js';
import { PeopleEndpoint } from './api/people/people.endpoint.js';
import { CalendarsEndpoint } from './api/calendars/calendars.endpoint.js';
import { DisposalsEndpoint } from './api/disposals/disposals.endpoint.js';
import { HandOversEndpoint } from './api/hand-overs/hand-overs.endpoint.js';
import { InboxEndpoint } from './api/inbox/inbox.endpoint.js';
import { MeetingsEndpoint } from './api/meetings/meetings.endpoint.js';
import { CaseMoves } from './shell/case-moves.js';
import { MovesEndpoint } from './api/moves/moves.endpoint.js';
import { RehearsalEndpoint } from './api/rehearsal/rehearsal.endpoint.js';
import { ReferralsEndpoint } from './api/referrals/referrals.endpoint.js';
import { VictimEventsEndpoint } from './api/victims/victim-events.endpoint.js';
import { VictimsEndpoint } from './api/victims/victims.endpoint.js';
import { CadenceEndpoint } from './api/draws/cadence.endpoint.js';
import { DrawStepsEndpoint } from './api/draws/draw-steps.endpoint.js';
import { DrawsEndpoint } from './api/draws/draws.endpoint.js';
import { GiveTextEndpoint } from './api/draws/give-text.endpoint.js';
import { PlanDrawEndpoint } from './api/draws/plan-draw.endpoint.js';
import { HomePage } from './pages/home/home.page.js';
import { SignInPage } from './pages/sign-in/sign-in.page.js';
import { WhatIfEndpoint } from './api/what-if/what-if.endpoint.js';
import { AccessGuard } from './shell/access-guard.js';
import { KeptConnections } from './shell/kept-connections.js';
import { RecordPool } from './shell/record-pool.js';
import { WebSettings } from './shell/web-settings.js';

export type WebRecord = {
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly directory: PersonDirectory;
  readonly pool: RecordPool;
};

export function recordOf(pool: ReturnType<typeof poolOf>, machineNow: () => number): WebRecord {
  const reader = new Reader(pool, machineNow);
  return { ledger: new Ledger(pool, machineNow), reader, directory: new PersonDirectory(reader), pool: new RecordPool(pool) };
}

/** Every endpoint of the API and every page. A new one is a line here. */
export const endpoints: Type[] = [
  AccessLogEndpoint,
  CasePapersEndpoint,
  CasesEndpoint,
  ChangePeopleEndpoint,
  CheckpointsEndpoint,
  ChildrenEndpoint,
  CalendarsEndpoint,
  ClockEndpoint,
  DisposalsEndpoint,
  ExplanationEndpoint,
  CadenceEndpoint,
  DrawStepsEndpoint,
  DrawsEndpoint,
  GiveTextEndpoint,
  PlanDrawEndpoint,
  DraftsEndpoint,
  HandOversEndpoint,
  InboxEndpoint,
  MeetingsEndpoint,
  HealthEndpoint,
  HomePage,
  LawEndpoint,
  LedgerExportEndpoint,
  MeEndpoint,
  OpenapiEndpoint,
  OrganisationsEndpoint,
  PeopleEndpoint,
  ReferralsEndpoint,
  RehearsalEndpoint,
  SignInPage,
  VictimEventsEndpoint,
  VictimsEndpoint,
  // Last: whatever is no other address of a case is an event.
  MovesEndpoint,
  WhatIfEndpoint,
];

/** Commands and queries that endpoints ask for; each is built from Ledger, Reader and PersonDirectory. A new one is a line here. */
const casework: Type[] = [
  AdmitPerson,
  ChangeDuties,
  FoundOrganisation,
  RecordLeaving,
  ColleagueCases,
  CorrectFact,
  DisposalsOfCase,
  HandOverCases,
  Inbox,
  LawMarks,
  LawOverview,
  LearnOfHoliday,
  MeetingPack,
  MoveCase,
  MoveLookup,
  OpenMeeting,
  CasesOfChild,
  CountOutcome,
  SetRuleStanding,
  TransferCase,
  CaseExplanation,
  CaseHistory,
  CaseloadList,
  CaseOverview,
  CasePapers,
  ChildOverview,
  ConfirmIdentity,
  DraftStore,
  FileScanner,
  JoinChildren,
  PapersOfReferral,
  PathwayRehearsal,
  Places,
  RecordDocument,
  RecordPoliceFile,
  RecordReferral,
  RecordVictimEvent,
  ReferralReceipt,
  SendDraft,
  VictimOverview,
  WhatIfOfArea,
  WhatIfOfCase,
];

const oversight: Type[] = [
  CarryOnDraw,
  DeliverList,
  DrawCadences,
  DrawNotices,
  DrawOverview,
  FreezeFrame,
  GiveText,
  OrderRedraw,
  PlanDraw,
  SetCadence,
  TakeReserve,
];

@Module({})
export class WebModule {
  static over(record: WebRecord, settings: WebSettings): DynamicModule {
    return {
      module: WebModule,
      controllers: endpoints,
      providers: [
        AccessGuard,
        KeptConnections,
        { provide: Ledger, useValue: record.ledger },
        { provide: Reader, useValue: record.reader },
        { provide: PersonDirectory, useValue: record.directory },
        { provide: RecordPool, useValue: record.pool },
        { provide: ApiControllers, useValue: new ApiControllers(endpoints) },
        { provide: WebSettings, useValue: settings },
        CaseMoves,
        ...casework,
        ...oversight,
      ],
    };
  }
}
