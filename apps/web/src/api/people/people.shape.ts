import { type HumanRole, humanRoles } from '#people';
import { PageQuery } from '../../shell/request-parts.js';
import { Code, Email, List, Nullable, Optional, Parts, Text, Uuid, Whole } from '../../shell/shape-fields.js';

export class PeopleQuery extends PageQuery {
  @Optional() @Code(humanRoles) role?: HumanRole;
  @Optional() @Text({ max: 40 }) organisation?: string;
}

export class PersonShape {
  @Uuid() id: string;
  @Email() email: string;
  @Text({ max: 40 }) organisation: string;
  @List() @Code(humanRoles, { each: true }) roles: string[];
}

export class PeopleShape {
  @Parts(() => PersonShape) items: PersonShape[];
  @Whole() total: number;
  @Whole({ min: 1 }) page: number;
  @Whole({ min: 1, max: 100 }) size: number;
}

const room = /^[a-z][a-z0-9:-]{1,120}$/;
const code = /^[a-z][a-z0-9-]{1,40}$/;

export class AdmissionShape {
  @Text({ pattern: code }) organisation: string;
  @Email() email: string;
  /** Subject at the identity provider; without it the address. */
  @Optional() @Text({ max: 255 }) subject?: string;
  @List({ min: 1, max: 10 }) @Code(humanRoles, { each: true }) roles: HumanRole[];
  @List({ max: 50 }) @Text({ pattern: room, each: true }) rooms: string[];
}

export class DutiesShape {
  @Optional() @List({ min: 1, max: 10 }) @Code(humanRoles, { each: true }) roles?: HumanRole[];
  @Optional() @List({ max: 50 }) @Text({ pattern: room, each: true }) rooms?: string[];
}

export class AdmittedShape {
  @Uuid() person: string;
}

export class OrganisationShape {
  @Text({ pattern: code }) code: string;
  @Code(['force', 'yjs', 'court', 'oversight', 'partner']) kind: 'force' | 'yjs' | 'court' | 'oversight' | 'partner';
  @Text({ max: 200 }) nameEn: string;
  @Text({ max: 200 }) nameCy: string;
  /** Two letters that begin the references of a youth justice service's cases. */
  @Nullable() @Text({ pattern: /^[A-Z]{2}$/ }) prefix: string | null;
  /** Local authorities that it serves. */
  @List({ max: 30 }) @Text({ max: 100, each: true }) serves: string[];
  @List({ max: 100 }) @Text({ max: 100, each: true }) stations: string[];
}

export class FoundedShape {
  @Text({ pattern: code }) organisation: string;
}
