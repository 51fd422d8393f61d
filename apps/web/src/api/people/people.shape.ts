import { type HumanRole, humanRoles } from '#people';
import { PageQuery } from '../../shell/request-parts.js';
import { Code, Email, List, Optional, Parts, Text, Uuid, Whole } from '../../shell/shape-fields.js';

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
