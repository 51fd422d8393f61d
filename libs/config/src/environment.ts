import { IsInt, IsOptional, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';

const database = /^postgres(?:ql)?:\/\/[^\s/]+\/[^\s/]+$/;
const web = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
const hexKey = /^[0-9a-f]{64}$/;
/** What libs/calendar made of it, or its own words where they are no instant. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What the surroundings decide, read once at the start. A property has its variable's name; `environmentVariables` says what each means. */
export class Environment {
  @IsInt() @Min(0) @Max(65535) readonly PORT: number = 3000;
  @MinLength(1) readonly TEG_DATA_DIR: string = '.teg';
  @IsInt() @Min(0) readonly TEG_RATE_LIMIT: number = 600;
  @IsOptional() @Matches(instant) readonly TEG_CLOCK_START?: string;
  @IsOptional() @IsUrl(web) readonly TEG_URL?: string;
  @IsOptional() @Matches(database) readonly DATABASE_URL?: string;
  @IsOptional() @Matches(database) readonly MIGRATION_DATABASE_URL?: string;
  @IsOptional() @Matches(database) readonly BELL_DATABASE_URL?: string;
  @IsOptional() @Matches(database) readonly ERASER_DATABASE_URL?: string;
  @IsOptional() @Matches(/^rediss?:\/\/[^\s/]+(?:\/\d+)?$/) readonly REDIS_URL?: string;
  @IsOptional() @IsUrl(web) readonly TEG_BASE_URL?: string;
  @IsOptional() @IsUrl(web) readonly OIDC_ISSUER?: string;
  @IsOptional() @MinLength(1) readonly OIDC_CLIENT_ID?: string;
  @IsOptional() @MinLength(1) readonly OIDC_CLIENT_SECRET?: string;
  @IsOptional() @MinLength(1) readonly OIDC_AUDIENCE?: string;
  @IsOptional() @MinLength(32) readonly SESSION_SECRET?: string;
  @IsOptional() @Matches(hexKey) readonly CHECKPOINT_KEY?: string;
}

export type VariableName = keyof Environment;
